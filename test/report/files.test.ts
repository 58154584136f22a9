/** Of several files the report says which ones to look at first. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pcapParts, toPcap } from '../../fixtures/dsl/index.ts';
import { concat } from '../../fixtures/dsl/wire/bytes.ts';
import { FAMILIES } from '../../fixtures/traces/index.ts';
import { analyze } from '../../src/analyze.ts';
import { textFormat } from '../../src/report/text.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siptriage-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function filesOf(names: readonly string[]): Promise<string[]> {
  const report = await analyze(
    names.map((name) => join(folder, name)),
    { messages: 'unexplained', calls: 'troubled' },
  );
  const text = [...textFormat.render(report)].join('');
  const [, section = ''] = text.split('Files, most trouble first\n');
  return section
    .split('\n\n', 1)[0]!
    .split('\n')
    .map((line) => line.trim());
}

const stuck = FAMILIES.stuck.find(({ shows }) => shows.includes('trying-then-408'))!.trace;
const healthy = FAMILIES.healthy[0]!.trace;

it('lists files by their failed calls, and counts those without trouble', async () => {
  const write = (name: string, bytes: Uint8Array): Promise<void> =>
    writeFile(join(folder, name), bytes);
  await write('a-healthy.pcap', toPcap(healthy));
  await write('b-stuck.pcap', toPcap(stuck));
  // The failed call lies in both parts.
  const [header, ...records] = pcapParts(stuck) as [Uint8Array, ...Uint8Array[]];
  await write('c-part.pcap', concat([header, ...records.filter((_, at) => at % 2 === 0)]));
  await write('d-part.pcap', concat([header, ...records.filter((_, at) => at % 2 === 1)]));
  const lines = await filesOf(['a-healthy.pcap', 'b-stuck.pcap']);
  expect(lines).toEqual([
    'failed  calls  errors  warnings  from              file',
    expect.stringMatching(/^1 +1 +1 +0 .*b-stuck\.pcap$/),
    '1 file without',
  ]);
  const parts = await filesOf(['a-healthy.pcap', 'c-part.pcap', 'd-part.pcap']);
  expect(parts[1]).toMatch(/^1 +1 .*c-part\.pcap$/);
  expect(parts[2]).toMatch(/^1 +1 .*d-part\.pcap$/);
});

it('says nothing of one file, and nothing where all went well', async () => {
  expect(await filesOf(['b-stuck.pcap'])).toEqual(['']);
  await writeFile(join(folder, 'e-healthy.pcap'), toPcap(healthy));
  expect(await filesOf(['a-healthy.pcap', 'e-healthy.pcap'])).toEqual(['']);
});

it('keeps the end of a path that has no room', async () => {
  const name = `${'long-'.repeat(20)}end.pcap`;
  await writeFile(join(folder, name), toPcap(stuck));
  const lines = await filesOf([name, 'a-healthy.pcap']);
  expect(lines[1]).toMatch(/ …\S+-end\.pcap$/);
  expect(lines[1]!.length).toBeLessThanOrEqual(80);
});
