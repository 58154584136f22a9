import type { Facts } from '../dialect.ts';
import { IP_PROTOCOLS } from './ip-protocol.ts';

/** Names under which records keep the ends, in lower case and without what divides words. */
const ENDS: Readonly<Record<string, 'from' | 'to' | 'local' | 'remote'>> = {
  srcip: 'from',
  sourceip: 'from',
  fromip: 'from',
  srcaddr: 'from',
  sourceaddr: 'from',
  sourceaddress: 'from',
  srchost: 'from',
  src: 'from',
  ipsrc: 'from',
  dstip: 'to',
  destip: 'to',
  destinationip: 'to',
  toip: 'to',
  dstaddr: 'to',
  destaddr: 'to',
  destinationaddr: 'to',
  destinationaddress: 'to',
  dsthost: 'to',
  dst: 'to',
  ipdst: 'to',
  localip: 'local',
  localaddr: 'local',
  localaddress: 'local',
  remoteip: 'remote',
  remoteaddr: 'remote',
  remoteaddress: 'remote',
};
const PORTS: Readonly<Record<string, 'fromPort' | 'toPort' | 'localPort' | 'remotePort'>> = {
  srcport: 'fromPort',
  sourceport: 'fromPort',
  fromport: 'fromPort',
  dstport: 'toPort',
  destport: 'toPort',
  destinationport: 'toPort',
  toport: 'toPort',
  localport: 'localPort',
  remoteport: 'remotePort',
};
const TRANSPORT: ReadonlySet<string> = new Set(['protocol', 'proto', 'transport', 'ipproto']);
const WAY: ReadonlySet<string> = new Set(['direction', 'dir']);
/** Names of stamps, the one of the packet itself first. */
const TIMES = [
  'timeseconds',
  'microts',
  'timestampus',
  'timestamp',
  'time',
  'ts',
  'datetime',
  'date',
  'eventtime',
  'createdate',
  'realtimetimestamp',
  'timestampms',
];
const KNOWN_TRANSPORT = /^(?:udp|tcp|tls|sctp|wss?)$/i;

/** The stamps of a record by name. */
export type Stamps = Record<string, string>;

/** Takes what one value of a record says; `parent` is the name of the object that it stands in. */
export function factOf(
  facts: Facts,
  stamps: Stamps,
  parent: string,
  key: string,
  value: string,
): void {
  const name = plain(key);
  const long = plain(`${parent}${key}`);
  const end = ENDS[name] ?? ENDS[long];
  const port = PORTS[name] ?? PORTS[long];
  if (end !== undefined) facts[end] ??= value;
  else if (port !== undefined) facts[port] ??= value;
  else if (TRANSPORT.has(name)) {
    const transport = IP_PROTOCOLS[value] ?? (KNOWN_TRANSPORT.test(value) ? value : undefined);
    if (transport !== undefined) facts.transport ??= transport;
  } else if (WAY.has(name)) facts.way ??= value;
  else if (name === 'timeuseconds' || TIMES.includes(name)) stamps[name] ??= value;
}

/** The stamp that says most about when the packet went by, as the clock reads it; '' for none. */
export function messageTime(stamps: Stamps): string {
  const { timeseconds, timeuseconds } = stamps;
  if (timeseconds !== undefined && timeuseconds !== undefined) {
    return `${timeseconds}.${timeuseconds.padStart(6, '0')}`;
  }
  const name = TIMES.find((one) => stamps[one] !== undefined);
  const stamp = name === undefined ? '' : (stamps[name] as string);
  // Milliseconds, microseconds, nanoseconds since 1970.
  return /^1(?:\d{12}|\d{15}|\d{18})$/.test(stamp)
    ? `${stamp.slice(0, 10)}.${stamp.slice(10, 19)}`
    : stamp;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
