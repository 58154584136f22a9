/** A report does not depend on how many threads read. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS, pcapParts, toPcap, toPcapng, toText } from '../../fixtures/dsl/index.ts';
import { concat } from '../../fixtures/dsl/wire/bytes.ts';
import { SCENARIOS } from '../../fixtures/traces/index.ts';
import { analyze } from '../../src/analyze.ts';
import type { AnalyzeOptions } from '../../src/model/options.ts';
import type { Report } from '../../src/model/report.ts';

const TRACES = SCENARIOS.map(({ trace }) => trace);
const [FIRST, SECOND] = TRACES as [(typeof TRACES)[number], (typeof TRACES)[number]];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siptriage-'));
  const write = (name: string, bytes: Uint8Array | string): Promise<void> =>
    writeFile(join(folder, name), bytes);
  for (const [at, trace] of TRACES.entries()) {
    if (at % 3 === 0) await write(`${at}.pcapng`, toPcapng(trace));
    else if (at % 3 === 1) await write(`${at}.pcap.gz`, gzipSync(toPcap(trace)));
    else await write(`${at}.log`, toText(trace, DIALECTS[at % DIALECTS.length]!.id));
  }
  // One call whose packets lie in three files, a file without any, and one that is damaged.
  const [header, ...records] = pcapParts(FIRST) as [Uint8Array, ...Uint8Array[]];
  for (let part = 0; part < 3; part += 1) {
    const mine = records.filter((_, at) => at % 3 === part);
    await write(`part-${part}.pcap`, concat([header, ...mine]));
  }
  await write('empty.pcap', '');
  await write('noise.pcap', concat([toPcap(SECOND), new Uint8Array(3 << 20).fill(0xa5)]));
});

afterAll(() => rm(folder, { recursive: true }));

async function told(
  threads: number,
  options: Partial<AnalyzeOptions> = {},
): Promise<{ report: Report; warnings: string[] }> {
  const warnings: string[] = [];
  const report = await analyze(folder, {
    messages: 'problems',
    ...options,
    threads,
    onWarning: (warning) => warnings.push(warning),
  });
  return { report, warnings };
}

describe('a folder of captures and logs', () => {
  it.each([1, 2, 5])('read by %i threads gives what one thread gives', async (threads) => {
    const alone = await told(0);
    expect(alone.report.sources.length).toBe(TRACES.length + 5);
    expect(alone.report.findings.length).toBeGreaterThan(20);
    expect(JSON.stringify(await told(threads))).toBe(JSON.stringify(alone));
  });

  it('is read as far as the options say', async () => {
    const { report: whole } = await told(0);
    const middle = Date.parse(whole.calls[10]!.start!) * 1000;
    const options = { until: middle, logZone: '+07:00', only: ['setup'] };
    const { report } = await told(2, options);
    expect(report.totals.messages).toBeLessThan(whole.totals.messages);
    expect(report).toEqual((await told(0, options)).report);
  });
});

describe('paths that cannot be read', () => {
  it('are told as by one thread', async () => {
    const paths = [
      join(folder, '0.pcapng'),
      join(folder, 'gone.pcap'),
      join(folder, 'part-1.pcap'),
    ];
    const read = async (threads: number): Promise<unknown> => {
      const warnings: string[] = [];
      const report = await analyze(paths, { threads, onWarning: (text) => warnings.push(text) });
      return { report, warnings };
    };
    expect(await read(2)).toEqual(await read(0));
    await expect(analyze([join(folder, 'gone.pcap')], { threads: 2 })).rejects.toThrow(
      /gone\.pcap: no such file/,
    );
  });
});

describe('stopping', () => {
  it('ends all threads and reports what was read', async () => {
    const stop = new AbortController();
    const { report } = await told(2, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(report.partial).toBe(true);
    expect(report.sources.length).toBeGreaterThan(0);
    expect(report.sources.length).toBeLessThan(TRACES.length);
  });
});
