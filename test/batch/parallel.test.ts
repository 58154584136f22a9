/** A report does not depend on how many threads read. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import type { AnalyzeOptions } from '../../src/model/options.ts';
import type { Report } from '../../src/model/report.ts';
import { MIXED_FILES, mixedFolder } from './folder.ts';

let folder: string;

beforeAll(async () => {
  folder = await mixedFolder();
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
    expect(alone.report.sources.length).toBe(MIXED_FILES);
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
    expect(report.sources.length).toBeLessThan(MIXED_FILES);
  });
});
