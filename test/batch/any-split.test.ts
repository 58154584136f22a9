/** Property: any split of a capture into files, in any order, read by any number of threads, stopped and resumed anywhere → the same report. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pcapParts } from '../../fixtures/dsl/index.ts';
import { concat } from '../../fixtures/dsl/wire/bytes.ts';
import { incident } from '../../fixtures/incident/story.ts';
import { analyze } from '../../src/analyze.ts';
import type { AnalyzeOptions } from '../../src/model/options.ts';
import type { Report } from '../../src/model/report.ts';

const [HEADER, ...RECORDS] = pcapParts(incident()) as [Uint8Array, ...Uint8Array[]];
const RUNS = 8;
/** A file of its own with no more than the mark that ends the capture says nothing about the hosts of the calls. */
const LAST_CUT = RECORDS.length - 20;

/** What a report says, wherever it was seen. */
function said(report: Report): unknown {
  const places = new Set(['sources', 'at']);
  const told = (name: string, value: unknown): unknown => (places.has(name) ? undefined : value);
  return JSON.parse(JSON.stringify(report, told));
}

interface Plan {
  /** Packets in front of each cut. */
  readonly cuts: readonly number[];
  readonly order: readonly number[];
  readonly threads: number;
  /** The first run is stopped after so many steps; null: there is none. */
  readonly killed: number | null;
}

const plans = fc.record({
  cuts: fc.array(fc.nat({ max: LAST_CUT }), { maxLength: 6 }),
  order: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
  threads: fc.nat({ max: 3 }),
  killed: fc.option(fc.nat({ max: 6 })),
});

let folder: string;
let whole: unknown;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siptriage-'));
  const path = join(folder, 'whole.pcap');
  await writeFile(path, concat([HEADER, ...RECORDS]));
  whole = said(await analyze(path, { messages: 'problems' }));
});

afterAll(() => rm(folder, { recursive: true }));

async function filesOf({ cuts, order }: Plan, run: number): Promise<string[]> {
  const ends = [...cuts, RECORDS.length];
  const files: { path: string; key: number }[] = [];
  let from = 0;
  for (const [at, end] of ends.toSorted((a, b) => a - b).entries()) {
    const path = join(folder, `${run}-${at}.pcap`);
    await writeFile(path, concat([HEADER, ...RECORDS.slice(from, end)]));
    files.push({ path, key: order[at] ?? 0 });
    from = end;
  }
  return files.sort((a, b) => a.key - b.key).map(({ path }) => path);
}

it('is what one file in one thread gives', async () => {
  let run = 0;
  const property = fc.asyncProperty(plans, async (plan) => {
    run += 1;
    const paths = await filesOf(plan, run);
    const { threads, killed } = plan;
    const cache = join(folder, `cache-${run}`);
    const options: Partial<AnalyzeOptions> = { messages: 'problems', threads };
    if (killed !== null) {
      const stop = new AbortController();
      let steps = 0;
      const onProgress = (): void => {
        steps += 1;
        if (steps > killed) stop.abort();
      };
      await analyze(paths, { ...options, cache, signal: stop.signal, onProgress });
    }
    const report = await analyze(paths, killed === null ? options : { ...options, cache });
    expect(said(report)).toEqual(whole);
  });
  await fc.assert(property, { numRuns: RUNS, seed: 7 });
}, 120_000);
