/** What a file is, and from when to when, without reading it whole. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPcap, toPcapng, toText } from '../../fixtures/dsl/index.ts';
import { incident } from '../../fixtures/incident/story.ts';
import { analyticsBlock } from '../../fixtures/incidents/analytics-block.ts';
import { reportOf } from '../helpers/session.ts';
import { planOf } from '../../src/batch/plan.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siptriage-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** 2 MB, so most of it lies neither at the beginning nor at the end. */
const LARGE = analyticsBlock();
const times = LARGE.sightings.map(({ time }) => time);
const [FIRST, LAST] = [times[0]!, times.at(-1)!];

async function plan(name: string, bytes: Uint8Array): Promise<Awaited<ReturnType<typeof planOf>>> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return planOf(path);
}

describe('a large file', () => {
  it.each([
    ['pcap', toPcap(LARGE)],
    ['pcapng', toPcapng(LARGE)],
  ])('%s, by its beginning and its end', async (kind, bytes) => {
    expect(bytes.length).toBeGreaterThan(1_000_000);
    expect(await plan(`x.${kind}`, bytes)).toEqual([
      {
        path: join(folder, `x.${kind}`),
        kind,
        compression: '',
        bytes: bytes.length,
        start: FIRST,
        end: LAST,
      },
    ]);
  });

  it('a log, by its dialect', async () => {
    const text = toText(LARGE, 'linphone');
    const [log] = await plan('x.log', text);
    const [whole] = reportOf([text]).sources;
    const us = (iso: string): number => Date.parse(iso) * 1000;
    expect(log).toMatchObject({
      kind: 'linphone',
      start: us(whole!.start!),
      end: us(whole!.end!),
    });
  });

  it('that is packed tells its end only when it is read', async () => {
    const [packed] = await plan('x.pcap.gz', gzipSync(toPcap(LARGE)));
    expect(packed).toMatchObject({ kind: 'pcap', compression: 'gzip', start: FIRST, end: null });
  });
});

it('a small one is known whole, packed or not', async () => {
  const trace = incident();
  const [small] = await plan(
    's.pcap',
    toPcap({ ...trace, sightings: trace.sightings.slice(0, 20) }),
  );
  expect(small!.end).toBe(trace.sightings[19]!.time);
});

it('what is no capture and no log has no times', async () => {
  const [noise] = await plan(
    'noise',
    Uint8Array.from({ length: 500_000 }, (_, at) => (at * 7919) % 251),
  );
  expect(noise).toMatchObject({ kind: 'unknown', start: null, end: null });
  await expect(planOf(join(folder, 'gone'))).rejects.toThrow(/no such file/);
});
