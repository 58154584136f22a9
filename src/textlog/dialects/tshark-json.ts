import type { Dialect, Facts, Whole } from '../dialect.ts';
import { stringEnd, unescaped } from '../wrappers/literal-escapes.ts';

/** Names of fields in `-T json`, and in `-T ek`, which has its protocol in front and no dots. */
const name = (field: string): RegExp => {
  const [protocol = ''] = field.split('.');
  const ek = `${protocol}_${field.replaceAll('.', '_')}`;
  return new RegExp(String.raw`"(?:${field.replaceAll('.', String.raw`\.`)}|${ek})"\s*:\s*`, 'g');
};
const TIME = name('frame.time_epoch');
const PROTOCOLS = name('frame.protocols');
const START_LINE = /"sip(?:\.|_sip_)(?:Request|Status)-Line"\s*:\s*/g;
const HEADER = name('sip.msg_hdr');
const ENDS: readonly (readonly [keyof Facts & ('from' | 'to' | 'fromPort' | 'toPort'), RegExp])[] =
  [
    ...['ip.src', 'ipv6.src'].map((field) => ['from', name(field)] as const),
    ...['ip.dst', 'ipv6.dst'].map((field) => ['to', name(field)] as const),
    ...['udp.srcport', 'tcp.srcport', 'sctp.srcport'].map(
      (field) => ['fromPort', name(field)] as const,
    ),
    ...['udp.dstport', 'tcp.dstport', 'sctp.dstport'].map(
      (field) => ['toPort', name(field)] as const,
    ),
  ];
/** The layer below SIP, the innermost first. */
const TRANSPORTS: readonly (readonly [string, string])[] = [
  ['websocket', 'ws'],
  ['tls', 'tls'],
  ['ssl', 'tls'],
  ['sctp', 'sctp'],
  ['tcp', 'tcp'],
  ['udp', 'udp'],
];
/** Values of an array that are read. */
const MAX_VALUES = 64;

/**
 * `tshark -T json` and `-T ek`: a packet is an object of layers; that of SIP has the start line in one field and all that follows it in
 * another. Older versions print no body there.
 */
export const tsharkJson: Dialect = {
  id: 'tshark-json',
  patterns: ['"frame.', '"frame_'].map((mark) => ({
    mark,
    row: /"frame(?:\.|_frame_)[a-z_]{2,30}"\s*:/,
    text: (_match, row) => messages(row),
  })),
};

function messages(row: string): Whole[] {
  const headers = values(row, HEADER);
  if (headers.length === 0) return [];
  const lines = values(row, START_LINE);
  const facts: Facts = {};
  const time = values(row, TIME)[0];
  if (time !== undefined) facts.time = time;
  // Of a tunnel the inner ones, which come last.
  for (const [end, field] of ENDS) {
    const value = values(row, field).at(-1);
    if (value !== undefined) facts[end] = value;
  }
  const layers = values(row, PROTOCOLS)[0]?.split(':') ?? [];
  const transport = TRANSPORTS.find(([layer]) => layers.includes(layer))?.[1];
  if (transport !== undefined) facts.transport = transport;
  return headers.flatMap((header, index) => {
    const line = lines[index];
    return line === undefined ? [] : [{ text: `${line}\r\n${header}`, facts: { ...facts } }];
  });
}

/** The texts of a field wherever it stands in the row, those of arrays too. */
function values(row: string, field: RegExp): string[] {
  const found: string[] = [];
  for (const match of row.matchAll(field)) {
    let at = match.index + match[0].length;
    const isArray = row[at] === '[';
    if (isArray) at += 1;
    while (found.length < MAX_VALUES) {
      while (row[at] === ' ' || row[at] === ',') at += 1;
      if (row[at] !== '"') break;
      const end = stringEnd(row, at + 1);
      found.push(unescaped(row.slice(at + 1, end)));
      at = end + 1;
      if (!isArray) break;
    }
  }
  return found;
}
