/** A report depends on the bytes and not on how they are handed over; on the packets and not on their order. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  DIALECTS,
  type PcapOptions,
  flow,
  overTransport,
  pcapParts,
  toPcap,
  toPcapng,
  toSnoop,
  toText,
} from '../fixtures/dsl/index.ts';
import { concat } from '../fixtures/dsl/wire/bytes.ts';
import { SCENARIOS } from '../fixtures/traces/index.ts';
import type { Transport } from '../src/model/packet.ts';
import type { Report } from '../src/model/report.ts';
import { Random } from './mutation/random.ts';
import { withoutLocators } from './replay/locators.ts';
import { accountOf } from './shapes/account.ts';
import { analysed } from './shapes/analysed.ts';
import { shapeFlow } from './shapes/flow.ts';
import { SHAPES } from './shapes/table.ts';

const small = flow`
  alice = 192.0.2.10
  proxy = 198.51.100.1 server
  alice -> proxy INVITE
  +2ms proxy -> alice 603 "Decline"
  +1ms alice -> proxy ACK
`;
const streamed = overTransport(small, 'tcp');

const SMALL: Readonly<Record<string, Uint8Array>> = {
  pcap: toPcap(small),
  'pcapng, two sections': concat([toPcapng(small), toPcapng(streamed, { endian: 'big' })]),
  snoop: toSnoop(small),
  'TCP in pieces': toPcap(streamed, { tcp: { segment: 90, keepAlive: 'apart' } }),
  'fragments in GTP-U': toPcap(small, { fragments: { size: 200 }, tunnels: ['gtp-u'] }),
  ...Object.fromEntries(DIALECTS.map(({ id }) => [`log, ${id}`, toText(small, id, 'proxy')])),
};

describe('cut into two chunks at every byte', () => {
  it.each(Object.entries(SMALL))('%s', (_, file) => {
    const whole = JSON.stringify(analysed(file));
    for (let cut = 0; cut <= file.length; cut += 1) {
      if (JSON.stringify(analysed(file, [cut])) !== whole) expect.fail(`differs at byte ${cut}`);
    }
  });

  it.each(Object.entries(SMALL))('%s, byte by byte', (_, file) => {
    const cuts = Array.from({ length: file.length }, (__, at) => at);
    expect(JSON.stringify(analysed(file, cuts))).toBe(JSON.stringify(analysed(file)));
  });
});

/** Sorted places to cut; about one in `every` bytes. */
function randomCuts(random: Random, length: number, every: number): number[] {
  const count = 1 + Math.floor(length / every);
  return Array.from({ length: count }, () => random.below(length + 1)).toSorted((a, b) => a - b);
}

describe('cut at random places', () => {
  it('every shape of the flow', () => {
    const random = new Random(7);
    for (const { name, file } of SHAPES) {
      const bytes = file(shapeFlow);
      const cuts = randomCuts(random, bytes.length, 700);
      expect(JSON.stringify(analysed(bytes, cuts)), name).toBe(JSON.stringify(analysed(bytes)));
    }
  });

  it('the incident fixture', () => {
    const bytes = readFileSync('fixtures/incident.pcap');
    const whole = JSON.stringify(analysed(bytes));
    const random = new Random(11);
    for (const every of [50, 1500, 40_000, 400_000]) {
      const cuts = randomCuts(random, bytes.length, every);
      expect(JSON.stringify(analysed(bytes, cuts)) === whole, `every ${every} bytes`).toBe(true);
    }
  });
});

const ALL = { messages: 'all' } as const;

/** What is said of the calls. A capture whose clock runs backwards is told so besides, which does not concern them. */
function toldOfCalls(report: Report): unknown {
  const findings = report.findings.filter(({ scope }) => scope !== 'capture');
  // A finding about the order of the packets takes a number of its own.
  const names = new Map(findings.map(({ id }, at) => [id, `f${at + 1}`]));
  const renamed = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? (names.get(value) ?? value) : value;
  return JSON.parse(JSON.stringify(withoutLocators({ ...report, findings }), renamed));
}

describe('packets in any order', () => {
  it.each(SCENARIOS.map(({ name, trace }) => [name, trace] as const))('%s', (_, trace) => {
    const [header = new Uint8Array(), ...records] = pcapParts(trace);
    const told = (list: readonly Uint8Array[]): unknown =>
      toldOfCalls(analysed(concat([header, ...list]), [], ALL));
    const inOrder = told(records);
    const random = new Random(records.length);
    for (let round = 0; round < 5; round += 1) {
      expect(told(random.shuffled(records))).toEqual(inOrder);
    }
  });

  it('backwards', () => {
    const trace = shapeFlow();
    // Two packets of one µs are told apart by their order alone.
    const sightings = trace.sightings.map((one, at) => ({ ...one, time: one.time + at }));
    const [header = new Uint8Array(), ...records] = pcapParts({ ...trace, sightings });
    const inOrder = toldOfCalls(analysed(concat([header, ...records]), [], ALL));
    const backwards = concat([header, ...records.toReversed()]);
    expect(toldOfCalls(analysed(backwards, [], ALL))).toEqual(inOrder);
  });
});

/** Segments and fragments are put together while they come, so these may be late, but not by minutes. */
describe('segments and fragments out of order', () => {
  it.each<readonly [name: string, transport: Transport, options: PcapOptions]>([
    ['fragments', 'udp', { fragments: { size: 200 } }],
    ['TCP', 'tcp', { tcp: { segment: 150, finish: 'open' } }],
    ['SCTP', 'sctp', { sctp: { fragment: 150 } }],
  ])('%s', (_, transport, options) => {
    const [header = new Uint8Array(), ...records] = pcapParts(shapeFlow(4, transport), options);
    const inOrder = accountOf(analysed(concat([header, ...records])));
    const random = new Random(5);
    for (let round = 0; round < 20; round += 1) {
      const file = concat([header, ...locallyShuffled(random, records)]);
      expect(accountOf(analysed(file))).toEqual(inOrder);
    }
  });
});

describe('a small capture in any order', () => {
  it.each<readonly [name: string, transport: Transport, options: PcapOptions]>([
    ['fragments', 'udp', { fragments: { size: 200 } }],
    ['TCP without an end', 'tcp', { tcp: { segment: 150, finish: 'open' } }],
    ['TCP closed', 'tcp', { tcp: { segment: 150, finish: 'fin' } }],
    ['SCTP', 'sctp', { sctp: { fragment: 150 } }],
  ])('%s', (_, transport, options) => {
    const [header = new Uint8Array(), ...records] = pcapParts(shapeFlow(4, transport), options);
    // Packets of one µs are told apart by their order alone.
    for (const [at, record] of records.entries()) {
      const view = new DataView(record.buffer, record.byteOffset);
      view.setUint32(4, view.getUint32(4, true) + at, true);
    }
    const inOrder = toldOfCalls(analysed(concat([header, ...records]), [], ALL));
    const random = new Random(5);
    for (let round = 0; round < 20; round += 1) {
      const file = concat([header, ...random.shuffled(records)]);
      expect(toldOfCalls(analysed(file, [], ALL))).toEqual(inOrder);
    }
  });
});

/** Flags of TCP in a record of Ethernet and IPv4. */
const FLAGS_AT = 16 + 14 + 20 + 13;
const SYN = 0x02;

/** Neighbours change places, four at a time; nothing overtakes a SYN, or it would look like an older connection's. */
function locallyShuffled(random: Random, records: readonly Uint8Array[]): Uint8Array[] {
  const list: Uint8Array[] = [];
  let waiting: Uint8Array[] = [];
  for (const record of records) {
    const isTcp = record[16 + 14 + 9] === 6;
    const isSyn = isTcp && ((record[FLAGS_AT] ?? 0) & SYN) !== 0;
    if (isSyn || waiting.length === 4) {
      list.push(...random.shuffled(waiting));
      waiting = [];
    }
    if (isSyn) list.push(record);
    else waiting.push(record);
  }
  return [...list, ...random.shuffled(waiting)];
}
