/** What is extracted is the call as it was: read again it is the same call, and nothing else. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DIALECTS,
  flow,
  merge,
  overTransport,
  pcapParts,
  toPcap,
  toPcapng,
  toText,
  type Trace,
} from '../../fixtures/dsl/index.ts';
import { concat } from '../../fixtures/dsl/wire/bytes.ts';
import { incident } from '../../fixtures/incident/story.ts';
import { extract, type Extracted, type ExtractFormat } from '../../src/extract/extract.ts';
import { wantedOf } from '../../src/extract/wanted.ts';
import { analyze } from '../../src/analyze.ts';
import type { Report, ReportCall } from '../../src/model/report.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siptriage-'));
});
afterAll(() => rm(folder, { recursive: true }));

const WHOLE = incident();
/** One of each kind: stuck, blocked, answered. */
const OUTCOMES = ['failed-timeout', 'blocked-network', 'answered'];

interface Taken {
  readonly done: Extracted;
  readonly report: Report;
  readonly bytes: Uint8Array;
}

async function take(
  path: string,
  from: Report,
  ids: string[],
  format: ExtractFormat = 'pcapng',
): Promise<Taken> {
  const out = join(folder, `out.${format === 'text' ? 'txt' : format}`);
  const done = await extract([path], wantedOf(from, ids), { path: out, format }, {});
  return { done, report: await analyze(out, { messages: 'all' }), bytes: await readFile(out) };
}

async function saved(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** What is true of a call wherever it is seen. */
const facts = ({
  callIds,
  from,
  to,
  outcome,
  stage,
  final,
  timing,
  messages,
}: ReportCall): unknown => ({
  callIds,
  from,
  to,
  outcome,
  stage,
  final,
  timing,
  messages: messages?.map(({ time, from: sender, to: receiver, method, code }) => [
    time,
    sender,
    receiver,
    method,
    code,
  ]),
});

const CONTAINERS: [string, (trace: Trace) => Uint8Array][] = [
  ['plain.pcap', toPcap],
  ['nano.pcap', (trace) => toPcap(trace, { endian: 'big', resolution: 'ns' })],
  ['new.pcapng', toPcapng],
  ['packed.pcap.gz', (trace) => gzipSync(toPcap(trace))],
  ['cooked.pcap', (trace) => toPcap(trace, { link: 'sll' })],
  ['gtp.pcap', (trace) => toPcap(trace, { tunnels: ['gtp-u'] })],
  [
    'fragments.pcap',
    (trace) => toPcap(trace, { fragments: { size: 256, order: 'reversed', of: 'inner' } }),
  ],
  ['tcp.pcap', (trace) => toPcap(overTransport(trace, 'tcp'), { tcp: { segment: 200 } })],
  [
    'swapped.pcap',
    (trace) => toPcap(overTransport(trace, 'tcp'), { tcp: { segment: 300, reversed: true } }),
  ],
  ['sctp.pcap', (trace) => toPcap(overTransport(trace, 'sctp'), { sctp: { fragment: 300 } })],
  ['web.pcap', (trace) => toPcap(overTransport(trace, 'ws'))],
];

const MIXED = new Set(['swapped.pcap', 'web.pcap']);

describe.each(CONTAINERS)('from %s', (name, write) => {
  it.each(OUTCOMES)('a call that is %s', async (outcome) => {
    const path = await saved(name, write(WHOLE));
    const report = await analyze(path, { messages: 'all' });
    const call = report.calls.find((one) => one.outcome === outcome)!;
    const { done, report: again } = await take(path, report, [call.id]);
    const same = again.calls.filter(({ callIds }) => callIds[0] === call.callIds[0]);
    expect(same.map(facts)).toEqual([facts(call)]);
    expect(done.messages).toBe(call.messages!.length);
    expect(done.dropped).toBe(0);
    // Masked frames and segments in disorder may bring the message before along.
    if (MIXED.has(name)) return;
    // Nothing but what belongs to it.
    expect(again.totals.messages).toBe(call.messages!.length);
  });
});

it('takes the packets as they were', async () => {
  const [, ...records] = pcapParts(WHOLE);
  const path = await saved('bytes.pcap', toPcap(WHOLE));
  const report = await analyze(path, { messages: 'all' });
  const call = report.calls.find(({ outcome }) => outcome === 'failed-timeout')!;
  const { bytes } = await take(path, report, [call.id], 'pcap');
  const wanted = call.messages!.map(({ at }) => records[at.frame! - 1]!);
  expect(Buffer.from(bytes.subarray(24)).equals(Buffer.from(concat(wanted)))).toBe(true);
});

it('names the findings on the packets that prove them', async () => {
  const path = await saved('comments.pcap', toPcap(WHOLE));
  const report = await analyze(path);
  const stalled = report.incidents[0]!;
  const { report: again, bytes } = await take(path, report, stalled.calls);
  expect(again.calls).toHaveLength(stalled.calls.length);
  const finding = report.findings.find(
    ({ calls, rule }) => rule === stalled.rule && calls.includes(stalled.representative),
  )!;
  expect(Buffer.from(bytes).includes(`${finding.id} ${finding.rule}: ${finding.title}`)).toBe(true);
});

describe('media', () => {
  const talk = flow`
    alice = 192.0.2.10 "Yealink"
    bob   = 192.0.2.20 "Polycom"
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +100ms bob -> alice 180
    +1s bob -> alice 200 with sdp
    +10ms alice -> bob ACK
    +10s alice -> bob BYE
    +10ms bob -> alice 200
  `;

  it('of the call comes along, that of others does not', async () => {
    const port = (at: number): number => {
      const texts = talk.sightings.map(({ payload }) => new TextDecoder().decode(payload));
      const ports = texts.flatMap((text) => /m=audio (\d+)/.exec(text)?.[1] ?? []);
      return Number(ports[at]);
    };
    const [first] = talk.sightings;
    const media = (
      at: number,
      from: string,
      to: string,
      target: number,
    ): Trace['sightings'][number] => ({
      ...first!,
      time: first!.time + at * 1_000_000,
      from: { ...first!.from, address: from, port: 4000 },
      to: { ...first!.to, address: to, port: target },
      payload: new Uint8Array(172).fill(0x80),
      callId: '',
    });
    const all = [
      ...talk.sightings,
      media(2, '192.0.2.20', '192.0.2.10', port(0)),
      media(3, '192.0.2.10', '192.0.2.20', port(1) + 1),
      media(3, '192.0.2.77', '192.0.2.78', port(1)),
      media(40, '192.0.2.20', '192.0.2.10', port(0)),
    ].sort((a, b) => a.time - b.time);
    const path = await saved('media.pcap', toPcap({ ...talk, sightings: all }));
    const { done } = await take(path, await analyze(path), ['c1']);
    expect(done).toMatchObject({ messages: 6, packets: 8, media: 2 });
  });
});

describe('from logs', () => {
  it.each(DIALECTS.map(({ id }) => id))('%s, a call as it was', async (id) => {
    const path = await saved('x.log', toText(WHOLE, id));
    const report = await analyze(path, { messages: 'all' });
    const call =
      report.calls.find(({ outcome }) => outcome === 'failed-timeout') ?? report.calls[0]!;
    const { report: again, bytes, done } = await take(path, report, [call.id], 'text');
    // Where a log does not tell the ends of its messages, they are inferred from all that it holds.
    if (call.messages!.some(({ from: sender }) => sender === 'unknown')) {
      const times = (one: ReportCall): unknown =>
        one.messages?.map(({ time, method, code }) => [time, method, code]);
      expect(again.calls.map(times)).toEqual([times(call)]);
    } else expect(again.calls.map(facts)).toEqual([facts(call)]);
    // As they stand there, unless they cannot be read without the others.
    if (done.rewritten > 0) return;
    const rows = new Set((await readFile(path, 'latin1')).split('\n'));
    for (const row of Buffer.from(bytes).toString('latin1').split('\n'))
      expect(rows.has(row)).toBe(true);
  });

  it('are no capture', async () => {
    const path = await saved('y.log', toText(WHOLE, DIALECTS[0].id));
    const report = await analyze(path);
    const out = join(folder, 'none.pcapng');
    const done = await extract(
      [path],
      wantedOf(report, ['c1']),
      { path: out, format: 'pcapng' },
      {},
    );
    expect(done.logMessages).toBeGreaterThan(3);
    await expect(readFile(out)).rejects.toThrow(/ENOENT/);
  });
});

it('writes the messages of captures as text that can be read again', async () => {
  const path = await saved('t.pcap', toPcap(merge(WHOLE)));
  const report = await analyze(path, { messages: 'all' });
  const call = report.calls.find(({ outcome }) => outcome === 'blocked-network')!;
  const { report: again } = await take(path, report, [call.id], 'text');
  expect(again.calls.map(facts)).toEqual([facts(call)]);
});
