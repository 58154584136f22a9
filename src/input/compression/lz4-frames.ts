/**
 * Cuts lz4 frames (https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md) into single blocks: a block becomes at
 * most 4 MiB, where the package expands whole frames only, however large they become.
 */
import type { ByteQueue } from '../byte-queue.ts';
import { u32le } from '../bytes.ts';

export const LZ4_MAGIC = 0x184d2204;
const UNCOMPRESSED = 0x8000_0000;

export interface Lz4Frame {
  /** What a block expands to at most. */
  readonly largestBlock: number;
  /** Blocks refer to the 64 KiB before them. */
  readonly linked: boolean;
  readonly blockChecksum: boolean;
  readonly contentChecksum: boolean;
}

export interface Lz4Block {
  readonly bytes: Uint8Array;
  readonly compressed: boolean;
}

/** The header of the next frame; null when it is cut, wrong, or needs a dictionary. */
export async function readFrame(queue: ByteQueue): Promise<Lz4Frame | null> {
  if (!(await queue.fill(7)) || u32le(queue.bytes, 0) !== LZ4_MAGIC) return null;
  const flags = queue.bytes[4]!;
  const size = (queue.bytes[5]! >>> 4) & 7;
  const has = (bit: number): boolean => ((flags >>> bit) & 1) === 1;
  if (flags >>> 6 !== 1 || size < 4 || has(0)) return null;
  const length = 7 + (has(3) ? 8 : 0);
  if (!(await queue.fill(length))) return null;
  queue.skip(length);
  return {
    largestBlock: 1 << (8 + 2 * size),
    linked: !has(5),
    blockChecksum: has(4),
    contentChecksum: has(2),
  };
}

/** The next block; `end` after the last one, null when it is cut or wrong. */
export async function readBlock(
  queue: ByteQueue,
  frame: Lz4Frame,
): Promise<Lz4Block | 'end' | null> {
  if (!(await queue.fill(4))) return null;
  const header = u32le(queue.bytes, 0);
  if (header === 0) {
    const length = 4 + (frame.contentChecksum ? 4 : 0);
    if (!(await queue.fill(length))) return null;
    queue.skip(length);
    return 'end';
  }
  const compressed = header < UNCOMPRESSED;
  const size = compressed ? header : header - UNCOMPRESSED;
  const length = size + (frame.blockChecksum ? 4 : 0);
  if (size > frame.largestBlock || !(await queue.fill(4 + length))) return null;
  queue.skip(4);
  return { bytes: queue.take(length).subarray(0, size), compressed };
}
