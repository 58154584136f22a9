import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { COMPRESSIONS } from '../../src/input/compression/compressions.ts';
import { concat } from '../capture/capture-bytes.ts';
import { bzip2Bytes } from './packing/bzip2-bytes.ts';
import { lz4Bytes } from './packing/lz4-bytes.ts';
import { openAll } from './packing/members.ts';
import { oneCall } from './packing/one-call.ts';
import { xzBytes } from './packing/xz-bytes.ts';
import { zipBytes } from './packing/zip-bytes.ts';

vi.mock('lz4-napi', () => {
  throw Object.assign(new Error("Cannot find package 'lz4-napi'"), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
});

const CALL = oneCall();
const without = COMPRESSIONS.map((compression) =>
  compression.needs === undefined
    ? compression
    : { ...compression, load: () => Promise.reject(new Error('not installed')) },
);

describe('without an optional package', () => {
  it.each([
    ['xz', xzBytes(CALL), 'xz-decompress'],
    ['bzip2', bzip2Bytes(CALL), 'unbzip2-stream'],
    ['lz4', lz4Bytes(CALL), 'lz4-napi'],
  ])('%s is counted, in an archive too', async (id, file, name) => {
    expect(COMPRESSIONS.find((one) => one.id === id)?.needs).toBe(name);
    const unread = { [`compression-${id}-needs-package`]: 1 };
    const alone = await openAll(file, { compressions: without });
    expect(alone).toMatchObject([{ path: '', kind: 'locked', compression: id, unread }]);
    const zip = zipBytes([
      { name: 'a', data: file },
      { name: 'b', data: CALL },
    ]);
    expect(await openAll(zip, { compressions: without })).toMatchObject([
      { path: '!/a', kind: 'locked', compression: `zip+${id}`, unread },
      { path: '!/b', kind: 'bytes', unread: {} },
    ]);
  });
});

describe('analyze without lz4-napi', () => {
  let folder = '';
  const warnings: string[] = [];
  const options = {
    language: 'en',
    thresholds: {},
    messages: 'none',
    onWarning: (warning: string) => warnings.push(warning),
  } as const;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'siptriage-optional-'));
    writeFileSync(join(folder, 'a.lz4'), lz4Bytes(CALL));
    // The same again would be a copy.
    writeFileSync(join(folder, 'b.lz4'), concat(lz4Bytes(CALL), lz4Bytes(CALL)));
    writeFileSync(join(folder, 'c.pcap'), CALL);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads the other inputs, names the package once and counts', async () => {
    const report = await analyze([folder], options);
    expect(report.totals.calls).toBe(1);
    expect(report.sources.map(({ unread }) => unread.map(({ reason }) => reason))).toEqual([
      ['compression-lz4-needs-package'],
      ['compression-lz4-needs-package'],
      [],
    ]);
    expect(warnings).toEqual([
      `${join(folder, 'a.lz4')}: lz4 needs an optional package: npm install lz4-napi (or unpack it first)`,
    ]);
  });

  it('fails in one line when there is nothing else', async () => {
    await expect(analyze([join(folder, 'a.lz4')], options)).rejects.toMatchObject({
      problem: 'needs-package',
      message: expect.stringContaining('npm install lz4-napi'),
      hint: 'or unpack it first',
    });
  });
});
