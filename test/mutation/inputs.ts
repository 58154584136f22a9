import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import {
  DIALECTS,
  flow,
  overTransport,
  toPcap,
  toText,
  type Trace,
} from '../../fixtures/dsl/index.ts';
import { SCENARIOS } from '../../fixtures/traces/index.ts';
import type { Transport } from '../../src/model/packet.ts';
import { SHAPES } from '../shapes/table.ts';

/** Something to mutate. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Longer inputs cost time and show nothing new. */
const LONGEST = 65_536;

const ADDRESSES = {
  4: ['192.0.2.10', '198.51.100.1'],
  6: ['2001:db8::10', '2001:db8::1'],
} as const;

/** The shortest flow that has a request, a body, a provisional and a final. */
function shortFlow(version: 4 | 6 = 4, transport: Transport = 'udp'): Trace {
  const [alice, proxy] = ADDRESSES[version];
  const trace = flow`
    alice = ${alice}
    proxy = ${proxy} server
    alice -> proxy INVITE with sdp
    +2ms proxy -> alice 100
    +900ms proxy -> alice 603 "Decline"
      Reason: Q.850;cause=21;text="call rejected"
    +1ms alice -> proxy ACK
  `;
  return transport === 'udp' ? trace : overTransport(trace, transport);
}

/** Every shape, every scenario, every log dialect: all of our own making. */
export function fixtureInputs(): Input[] {
  const trace = shortFlow();
  return [
    ...SHAPES.map(({ name, file }) => ({ name, bytes: file(shortFlow) })),
    ...SCENARIOS.map((one) => ({ name: one.name, bytes: toPcap(one.trace, { link: 'raw' }) })),
    ...DIALECTS.map(({ id }) => ({ name: `log ${id}`, bytes: toText(trace, id, 'proxy') })),
  ].filter(({ bytes }) => bytes.length <= LONGEST);
}

/** Logs alone: several calls in every dialect, and messages as they are. */
export function logInputs(): Input[] {
  const traces = SCENARIOS.filter(({ name }) =>
    /^(?:healthy-proxied|decline-human|healthy-auth)$/.test(name),
  );
  return DIALECTS.flatMap(({ id }) => [
    { name: `log ${id}`, bytes: toText(shortFlow(), id, 'proxy') },
    { name: `log ${id}, IPv6`, bytes: toText(shortFlow(6), id, 'proxy') },
    ...traces.map(({ name, trace }) => ({ name: `log ${id}, ${name}`, bytes: toText(trace, id) })),
  ]).filter(({ bytes }) => bytes.length > 0 && bytes.length <= LONGEST);
}

/** Shared samples of real logs where they exist. What is made of them stays out of the repository. */
export function logCorpusInputs(): Input[] {
  return corpusInputs('../shared/logs');
}

/** Captures of the shared corpus where it exists. What is made of them stays out of the repository. */
export function corpusInputs(folder = '../shared/corpus'): Input[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(?:pcap|pcapng|cap|snoop|txt|log|dat|sip|bin)$/.test(entry.name),
    )
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => statSync(path).size <= LONGEST && !path.endsWith('sealed.bin'))
    .sort()
    .map((path) => ({ name: path, bytes: readFileSync(path) }))
    .filter(({ bytes }) => bytes.length > 0);
}
