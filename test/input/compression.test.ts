import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { EXPANSION_LIMITS, expand } from '../../src/input/compression/expand.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import { concat, text } from '../capture/capture-bytes.ts';
import { skippableFrame, zstdBomb, zstdFrame } from './zstd-bytes.ts';

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

async function expandAll(bytes: Uint8Array, size = 65_536, limits = EXPANSION_LIMITS) {
  const unread = new UnreadTally();
  const { content, compression } = await expand(chunked(bytes, size), unread, limits);
  const parts: Uint8Array[] = [];
  let longest = 0;
  for await (const chunk of content) {
    parts.push(Uint8Array.from(chunk));
    longest = Math.max(longest, chunk.length);
  }
  return {
    compression,
    longest,
    bytes: concat(...parts),
    unread: unread.list().map((entry) => entry.reason),
  };
}

describe('expanding', () => {
  it.each([
    ['nothing', CONTENT, undefined],
    ['gzip', gzipSync(CONTENT), 'gzip'],
    [
      'gzip members in a row',
      concat(gzipSync(CONTENT.subarray(0, 999)), gzipSync(CONTENT.subarray(999))),
      'gzip',
    ],
    ['zstd', zstdFrame(CONTENT), 'zstd'],
    ['zstd with a checksum', zstdFrame(CONTENT, 1000, { checksum: true }), 'zstd'],
    [
      'zstd frames in a row',
      concat(
        zstdFrame(CONTENT.subarray(0, 999)),
        skippableFrame(40),
        zstdFrame(CONTENT.subarray(999), 7),
      ),
      'zstd',
    ],
    ['a skippable frame first', concat(skippableFrame(3), zstdFrame(CONTENT)), 'zstd'],
    ['zstd in gzip', gzipSync(zstdFrame(CONTENT)), 'gzip+zstd'],
  ])('%s, in chunks of any size', async (_, file, compression) => {
    for (const size of [7, 1000, 65_536]) {
      const result = await expandAll(file, size);
      expect(result).toMatchObject({ compression, unread: [] });
      expect(Buffer.compare(result.bytes, CONTENT)).toBe(0);
    }
  });

  it('expands many tiny frames', async () => {
    const frames = concat(...Array.from({ length: 20_000 }, () => zstdFrame(text('x'))));
    expect((await expandAll(frames)).bytes).toHaveLength(20_000);
  });
});

describe('damaged compressed data', () => {
  it('keeps what comes before a cut', async () => {
    for (const file of [gzipSync(CONTENT), zstdFrame(CONTENT, 5000)]) {
      const { bytes, unread } = await expandAll(file.subarray(0, file.length - 2000), 700);
      expect(bytes.length).toBeGreaterThan(20_000);
      expect(Buffer.compare(bytes, CONTENT.subarray(0, bytes.length))).toBe(0);
      expect(unread).toEqual(['compressed-stream-damaged']);
    }
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
  });
});

describe('bombs', () => {
  it('stop at the expansion limit, in bounded steps', async () => {
    const limits = { nesting: 3, floor: 20_000_000, ratio: 500 };
    for (const bomb of [zstdBomb(2000), gzipSync(new Uint8Array(60_000_000))]) {
      const { bytes, longest, unread } = await expandAll(bomb, 65_536, limits);
      expect(bytes.length).toBeLessThanOrEqual(Math.max(20_000_000, 500 * bomb.length));
      expect(bytes.length).toBeGreaterThan(15_000_000);
      expect(longest).toBeLessThan(3_000_000);
      expect(unread).toEqual(['expansion-limit']);
    }
  });

  it('stop at the nesting limit', async () => {
    let file: Uint8Array = CONTENT;
    for (let depth = 0; depth < 6; depth += 1) file = gzipSync(file);
    const { compression, unread } = await expandAll(file);
    expect(compression).toBe('gzip+gzip+gzip');
    expect(unread).toEqual(['compression-nesting-limit']);
  });
});
