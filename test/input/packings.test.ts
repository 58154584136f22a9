/** The same call from every packing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compressFrameSync } from 'lz4-napi';
import { packTar } from 'modern-tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import type { Report } from '../../src/model/report.ts';
import { siptriage } from '../helpers/command.ts';
import { bzip2Bytes } from './packing/bzip2-bytes.ts';
import { oneCall } from './packing/one-call.ts';
import { xzBytes } from './packing/xz-bytes.ts';
import { zipBytes } from './packing/zip-bytes.ts';
import { zstdFrame } from './packing/zstd-bytes.ts';

const CALL = oneCall();
const NAME = 'day 1/call.pcap';

const tar = (name: string, data: Uint8Array): Promise<Uint8Array> =>
  packTar([
    { header: { name: 'day 1/', size: 0, type: 'directory' } },
    { header: { name, size: data.length, type: 'file' }, body: data },
  ]);

const PACKINGS: readonly [string, string, () => Uint8Array | Promise<Uint8Array>][] = [
  ['gzip', '', () => gzipSync(CALL)],
  ['zstd', '', () => zstdFrame(CALL)],
  ['xz', '', () => xzBytes(CALL)],
  ['bzip2', '', () => bzip2Bytes(CALL)],
  ['lz4', '', () => compressFrameSync(Buffer.from(CALL))],
  ['zip', `!/${NAME}`, () => zipBytes([{ name: 'day 1/' }, { name: NAME, data: CALL }])],
  ['zip', `!/${NAME}`, () => zipBytes([{ name: NAME, data: CALL, method: 0 }])],
  ['zip+zstd', `!/${NAME}`, () => zipBytes([{ name: NAME, data: zstdFrame(CALL), method: 93 }])],
  ['zip+xz', `!/${NAME}`, () => zipBytes([{ name: NAME, data: xzBytes(CALL), method: 95 }])],
  ['zip+bzip2', `!/${NAME}`, () => zipBytes([{ name: NAME, data: bzip2Bytes(CALL), method: 12 }])],
  ['zip+gzip', `!/${NAME}`, () => zipBytes([{ name: NAME, data: gzipSync(CALL) }])],
  ['tar', `!/${NAME}`, () => tar(NAME, CALL)],
  ['gzip+tar', `!/${NAME}`, async () => gzipSync(await tar(NAME, CALL))],
  ['zstd+tar', `!/${NAME}`, async () => zstdFrame(await tar(NAME, CALL))],
  ['xz+tar+xz', `!/${NAME}`, async () => xzBytes(await tar(NAME, xzBytes(CALL)))],
  [
    'tar+zip',
    `!/inner.zip!/${NAME}`,
    () => tar('inner.zip', zipBytes([{ name: NAME, data: CALL }])),
  ],
  [
    'zip+gzip+tar',
    `!/inner.tgz!/${NAME}`,
    async () => zipBytes([{ name: 'inner.tgz', data: gzipSync(await tar(NAME, CALL)) }]),
  ],
];

describe('one call', () => {
  let folder = '';
  let plain: Report;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'siptriage-packings-'));
    plain = await read(CALL);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function read(bytes: Uint8Array): Promise<Report> {
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    return analyze([path], { language: 'en', thresholds: {}, messages: 'none' });
  }

  it('is there without any packing', () => {
    expect(plain.totals).toMatchObject({ inviteCallIds: 1, calls: 1 });
    expect(plain.totals.messages).toBeGreaterThan(5);
  });

  it.each(PACKINGS)('%s', async (packing, below, pack) => {
    const report = await read(await pack());
    expect(report.totals).toEqual(plain.totals);
    expect(report.calls).toEqual(plain.calls);
    expect(report.sources).toEqual([
      { ...plain.sources[0], path: `${join(folder, 'file')}${below}`, compression: packing },
    ]);
  });

  it.each(['zip', 'gzip+tar'])('%s through a pipe', async (packing) => {
    const [, below, pack] = PACKINGS.find(([name]) => name === packing)!;
    const { stdout, code } = await siptriage(['report', '-', '--format', 'json', '-o', '-'], {
      stdin: await pack(),
    });
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as Report;
    expect(report.sources.map(({ path }) => path)).toEqual([`-${below}`]);
    expect(report.totals).toEqual(plain.totals);
  });
});

describe('an archive that is interrupted', () => {
  it('gives what was read, and no further member', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'siptriage-interrupted-'));
    const path = join(folder, 'file');
    writeFileSync(path, zipBytes(['a', 'b', 'c'].map((name) => ({ name, data: CALL }))));
    const abort = new AbortController();
    const report = await analyze([path], {
      language: 'en',
      thresholds: {},
      messages: 'none',
      signal: abort.signal,
      onProgress: ({ path: at }) => at.endsWith('!/b') && abort.abort(),
    });
    rmSync(folder, { recursive: true });
    expect(report.sources.map((source) => source.path.slice(path.length))).toEqual(['!/a', '!/b']);
  });
});
