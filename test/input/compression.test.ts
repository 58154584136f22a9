import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { compressFrameSync } from 'lz4-napi';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/input/budget.ts';
import { expand } from '../../src/input/compression/expand.ts';
import { Damage } from '../../src/input/damage.ts';
import { INPUT_LIMITS } from '../../src/input/limits.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import { concat, text } from '../capture/capture-bytes.ts';
import { bzip2Bomb, bzip2Bytes, bzip2Trap } from './packing/bzip2-bytes.ts';
import { lz4Bomb, lz4Bytes, lz4Linked } from './packing/lz4-bytes.ts';
import { xzBomb, xzBytes } from './packing/xz-bytes.ts';
import { skippableFrame, zstdBomb, zstdFrame } from './packing/zstd-bytes.ts';

/** Text that does not compress to nothing. */
const CONTENT = text(
  Array.from({ length: 4000 }, (_, at) => `line ${at} ${(at * 7919) % 10_007}`).join('\n'),
);

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = Uint8Array.from(bytes.subarray(at, at + size));
    yield chunk;
    chunk.fill(0xee);
  }
}

async function expandAll(bytes: Uint8Array, size = 65_536, limits = INPUT_LIMITS) {
  const unread = new UnreadTally();
  const damage = new Damage(unread, new Budget(limits, () => bytes.length));
  const options = { nesting: limits.compressions };
  const { content, layers } = await expand(chunked(bytes, size), damage, options);
  const parts: Uint8Array[] = [];
  let longest = 0;
  for await (const chunk of content) {
    parts.push(Uint8Array.from(chunk));
    longest = Math.max(longest, chunk.length);
  }
  return {
    layers,
    longest,
    bytes: concat(...parts),
    unread: unread.list().map((entry) => entry.reason),
  };
}

describe('expanding', () => {
  it.each([
    ['nothing', CONTENT, []],
    ['gzip', gzipSync(CONTENT), ['gzip']],
    [
      'gzip members in a row',
      concat(gzipSync(CONTENT.subarray(0, 999)), gzipSync(CONTENT.subarray(999))),
      ['gzip'],
    ],
    ['zstd', zstdFrame(CONTENT), ['zstd']],
    ['zstd with a checksum', zstdFrame(CONTENT, 1000, { checksum: true }), ['zstd']],
    [
      'zstd frames in a row',
      concat(
        zstdFrame(CONTENT.subarray(0, 999)),
        skippableFrame(40),
        zstdFrame(CONTENT.subarray(999), 7),
      ),
      ['zstd'],
    ],
    ['a skippable frame first', concat(skippableFrame(3), zstdFrame(CONTENT)), ['zstd']],
    ['zstd in gzip', gzipSync(zstdFrame(CONTENT)), ['gzip', 'zstd']],
    ['xz', xzBytes(CONTENT), ['xz']],
    [
      'xz streams in a row, padded',
      concat(xzBytes(CONTENT.subarray(0, 999)), new Uint8Array(8), xzBytes(CONTENT.subarray(999))),
      ['xz'],
    ],
    ['xz in xz', xzBytes(xzBytes(CONTENT)), ['xz', 'xz']],
    ['bzip2', bzip2Bytes(CONTENT, 20_000), ['bzip2']],
    [
      'bzip2 streams in a row',
      concat(bzip2Bytes(CONTENT.subarray(0, 999)), bzip2Bytes(CONTENT.subarray(999))),
      ['bzip2'],
    ],
    ['lz4', lz4Bytes(CONTENT), ['lz4']],
    [
      'lz4 frames in a row',
      concat(lz4Bytes(CONTENT.subarray(0, 999)), lz4Bytes(CONTENT.subarray(999), 7)),
      ['lz4'],
    ],
    ['lz4 by its own package', compressFrameSync(Buffer.from(CONTENT)), ['lz4']],
    ['bzip2 in lz4 in xz', xzBytes(lz4Bytes(bzip2Bytes(CONTENT))), ['xz', 'lz4', 'bzip2']],
  ])('%s, in chunks of any size', async (_, file, layers) => {
    for (const size of [7, 1000, 65_536]) {
      const result = await expandAll(file, size);
      expect(result).toMatchObject({ layers, unread: [] });
      expect(Buffer.compare(result.bytes, CONTENT)).toBe(0);
    }
  });

  it('expands lz4 blocks that refer to the one before', async () => {
    const first = CONTENT.subarray(0, 40_000);
    const { bytes, unread } = await expandAll(lz4Linked(first));
    expect(unread).toEqual([]);
    expect(Buffer.compare(bytes, concat(first, first, text('AAAAA')))).toBe(0);
  });

  it('expands many tiny frames', async () => {
    const frames = concat(...Array.from({ length: 20_000 }, () => zstdFrame(text('x'))));
    expect((await expandAll(frames)).bytes).toHaveLength(20_000);
  });
});

describe('damaged compressed data', () => {
  it('keeps what comes before a cut', async () => {
    for (const file of [
      gzipSync(CONTENT),
      zstdFrame(CONTENT, 5000),
      xzBytes(CONTENT),
      bzip2Bytes(CONTENT, 10_000),
      lz4Bytes(CONTENT, 5000),
    ]) {
      const { bytes, unread } = await expandAll(file.subarray(0, file.length - 2000), 700);
      expect(bytes.length).toBeGreaterThan(20_000);
      expect(Buffer.compare(bytes, CONTENT.subarray(0, bytes.length))).toBe(0);
      expect(unread).toEqual(['compressed-stream-damaged']);
    }
  });

  it('keeps nearly all of xz before text', async () => {
    const { bytes, unread } = await expandAll(concat(xzBytes(CONTENT), text('no data here')));
    expect(bytes.length).toBeGreaterThan(CONTENT.length - 600);
    expect(unread).toEqual(['compressed-stream-damaged']);
  });

  it('keeps what comes before changed gzip bytes, nearly to the byte', async () => {
    const file = gzipSync(CONTENT);
    const middle = Math.floor(file.length / 2);
    file.fill(0xff, middle, middle + 64);
    const { bytes, unread } = await expandAll(file);
    expect(bytes.length).toBeGreaterThan(CONTENT.length * 0.4);
    const intact = CONTENT.subarray(0, Math.floor(CONTENT.length * 0.4));
    expect(Buffer.compare(bytes.subarray(0, intact.length), intact)).toBe(0);
    expect(unread).toEqual(['compressed-stream-damaged']);
  });

  it('keeps all of gzip whose checksum alone is wrong', async () => {
    const file = gzipSync(CONTENT);
    file[file.length - 8]! ^= 0xff;
    for (const size of [700, file.length]) {
      const { bytes, unread } = await expandAll(file, size);
      expect(Buffer.compare(bytes, CONTENT)).toBe(0);
      expect(unread).toEqual(['compressed-stream-damaged']);
    }
  });

  it('keeps what comes before a bad zstd block', async () => {
    const file = zstdFrame(CONTENT, 1000);
    // Block type 3 is reserved (RFC 8878 §3.1.1.2.2).
    file[6 + 20 * 1003] = 6;
    const { bytes, unread } = await expandAll(file);
    expect(bytes).toHaveLength(20_000);
    expect(unread).toEqual(['compressed-stream-damaged']);
  });

  it.each([
    ['text after zstd', zstdFrame(CONTENT), text('no compressed data here'), 'trailing-bytes'],
    ['zeros after gzip', gzipSync(CONTENT), new Uint8Array(600), 'trailing-bytes'],
    ['text after bzip2', bzip2Bytes(CONTENT), text('no compressed data here'), 'trailing-bytes'],
    ['text after lz4', lz4Bytes(CONTENT), text('no compressed data here'), 'trailing-bytes'],
    // zlib takes anything but zeros for the next member.
    ['text after gzip', gzipSync(CONTENT), text('no compressed data here'), 'damaged'],
  ])('counts %s', async (_, file, rest, reason) => {
    const { bytes, unread } = await expandAll(concat(file, rest));
    expect(Buffer.compare(bytes, CONTENT)).toBe(0);
    expect(unread).toEqual([`compressed-stream-${reason}`]);
  });

  it('refuses windows that would take gigabytes', async () => {
    const { bytes, unread } = await expandAll(zstdFrame(CONTENT, 1000, { window: 20 << 3 }));
    expect(bytes).toHaveLength(0);
    expect(unread).toEqual(['compressed-window-too-large']);
    const large = await expandAll(xzBytes(CONTENT, 39));
    expect(large).toMatchObject({ unread: ['compressed-window-too-large'] });
  });

  it('keeps the blocks before one with a wrong checksum', async () => {
    const file = bzip2Bytes(CONTENT, 10_000);
    file[file.length - 3000]! ^= 1;
    const { bytes, unread } = await expandAll(file);
    expect(bytes.length % 10_000).toBe(0);
    expect(bytes.length).toBeGreaterThan(0);
    expect(Buffer.compare(bytes, CONTENT.subarray(0, bytes.length))).toBe(0);
    expect(unread).toEqual(['compressed-stream-damaged']);
  });

  it('is not held up by a run that does not fit into 32 bits', async () => {
    expect(await expandAll(bzip2Trap())).toMatchObject({ unread: ['compressed-stream-damaged'] });
  });

  it.each([
    ['gzip', gzipSync(CONTENT)],
    ['zstd', zstdFrame(CONTENT, 900)],
    ['xz', xzBytes(CONTENT)],
    ['bzip2', bzip2Bytes(CONTENT.subarray(0, 9000), 900)],
    ['lz4', lz4Bytes(CONTENT, 900)],
    ['lz4, compressed', compressFrameSync(Buffer.from(CONTENT))],
  ])('%s with any bytes changed never throws', async (_, good) => {
    const change = fc.record({ at: fc.nat(), value: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const file = Uint8Array.from(good);
        for (const { at, value } of changes) file[at % file.length] = value;
        await expandAll(file, 4096, { ...INPUT_LIMITS, floor: 50_000_000, ratio: 1 });
      }),
      { numRuns: 60 },
    );
  });
});

describe('bombs', () => {
  it('stop at the expansion limit, in bounded steps', async () => {
    for (const [bomb, ratio] of [
      [zstdBomb(2000), 500],
      [gzipSync(new Uint8Array(60_000_000)), 500],
      [xzBomb(20), 500],
      [bzip2Bomb(12), 500],
      // lz4 never expands by more than 255.
      [lz4Bomb(400), 100],
    ] as const) {
      const limits = { ...INPUT_LIMITS, floor: 20_000_000, ratio };
      const { bytes, longest, unread } = await expandAll(bomb, 65_536, limits);
      expect(bytes.length).toBeLessThanOrEqual(Math.max(20_000_000, ratio * bomb.length));
      expect(bytes.length).toBeGreaterThan(15_000_000);
      expect(longest).toBeLessThan(6_000_000);
      expect(unread).toEqual(['expansion-limit']);
    }
  });

  it('stop at the nesting limit', async () => {
    let file: Uint8Array = CONTENT;
    for (let depth = 0; depth < 6; depth += 1) file = gzipSync(file);
    const { layers, unread } = await expandAll(file);
    expect(layers).toEqual(['gzip', 'gzip', 'gzip']);
    expect(unread).toEqual(['compression-nesting-limit']);
  });
});
