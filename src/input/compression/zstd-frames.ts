/**
 * Cuts a zstd stream into single blocks (RFC 8878 §3.1), so that one block at a time is expanded: what a block becomes
 * is at most 128 KiB, and the window a frame asks for is known before it is allocated.
 */
import { copyOf, NO_BYTES, u32le } from '../bytes.ts';

export const ZSTD_MAGIC = 0xfd2fb528;
const SKIPPABLE_MASK = 0xfffffff0;
const SKIPPABLE_MAGIC = 0x184d2a50;
/** The window up to which the zstd tool itself expands without being asked to. */
const LARGEST_WINDOW = 134_217_728;
const LARGEST_BLOCK = 131_072;
const CHECKSUM_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;

export function isSkippable(magic: number): boolean {
  return (magic & SKIPPABLE_MASK) >>> 0 === SKIPPABLE_MAGIC;
}

export type Cut =
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  | { readonly kind: 'block'; readonly bytes: Uint8Array; readonly last: boolean }
  | { readonly kind: 'bad' | 'window-too-large' };

export class ZstdFrames {
  #pending: Uint8Array = NO_BYTES;
  #state: 'frame' | 'block' = 'frame';
  #skip = 0;
  #checksum = 0;
  #frames = 0;

  /** At least one frame is over and none is open: what does not look like a frame is no zstd any more. */
  get between(): boolean {
    return this.#state === 'frame' && this.#frames > 0;
  }

  /** Nothing is left half read. */
  get complete(): boolean {
    return this.#state === 'frame' && this.#pending.length === 0 && this.#skip === 0;
  }

  /** Takes a chunk and gives the whole pieces; nothing follows a bad one. */
  *push(chunk: Uint8Array): Generator<Cut> {
    let bytes = chunk;
    if (this.#pending.length > 0) {
      bytes = new Uint8Array(this.#pending.length + chunk.length);
      bytes.set(this.#pending);
      bytes.set(chunk, this.#pending.length);
    }
    let at = 0;
    for (;;) {
      const skipped = Math.min(this.#skip, bytes.length - at);
      this.#skip -= skipped;
      at += skipped;
      const length = this.#state === 'frame' ? this.#frame(bytes, at) : this.#block(bytes, at);
      if (typeof length === 'object') {
        yield length;
        return;
      }
      if (length === 0 || at + length > bytes.length) break;
      const piece = bytes.subarray(at, at + length);
      at += length;
      if (this.#state === 'block') {
        const last = (piece[0]! & 1) === 1;
        if (last) this.#state = 'frame';
        yield { kind: 'block', bytes: piece, last };
      } else if (isSkippable(u32le(piece, 0))) {
        this.#skip = u32le(piece, 4);
      } else {
        this.#state = 'block';
        this.#frames += 1;
        this.#checksum = (piece[4]! & 4) === 0 ? 0 : CHECKSUM_BYTES;
        yield { kind: 'frame', bytes: piece };
      }
    }
    this.#pending = copyOf(bytes, at, bytes.length);
  }

  /** Length of the frame header at `at`; 0 when more bytes are needed to tell. */
  #frame(bytes: Uint8Array, at: number): number | Cut {
    const room = bytes.length - at;
    if (room < 4) return 0;
    const magic = u32le(bytes, at);
    if (isSkippable(magic)) return 8;
    if (magic !== ZSTD_MAGIC) return { kind: 'bad' };
    if (room < 5) return 0;
    const descriptor = bytes[at + 4]!;
    const singleSegment = (descriptor & 0x20) !== 0;
    const sizeBytes = [singleSegment ? 1 : 0, 2, 4, 8][descriptor >>> 6]!;
    const dictionaryBytes = [0, 1, 2, 4][descriptor & 3]!;
    const length = 5 + (singleSegment ? 0 : 1) + dictionaryBytes + sizeBytes;
    if (room < length) return 0;
    const window = singleSegment
      ? contentSize(bytes, at + length - sizeBytes, sizeBytes)
      : windowSize(bytes[at + 5]!);
    return window > LARGEST_WINDOW ? { kind: 'window-too-large' } : length;
  }

  /** Length of the block at `at`, the frame's checksum included after the last one; 0 when its header is not there yet. */
  #block(bytes: Uint8Array, at: number): number | Cut {
    if (bytes.length - at < BLOCK_HEADER_BYTES) return 0;
    const header = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
    const type = (header >>> 1) & 3;
    const size = header >>> 3;
    if (type === 3 || size > LARGEST_BLOCK) return { kind: 'bad' };
    const last = (header & 1) === 1;
    return BLOCK_HEADER_BYTES + (type === 1 ? 1 : size) + (last ? this.#checksum : 0);
  }
}

/** RFC 8878 §3.1.1.1.2. */
function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >>> 3));
  return base + (base / 8) * (descriptor & 7);
}

function contentSize(bytes: Uint8Array, at: number, sizeBytes: number): number {
  switch (sizeBytes) {
    case 1:
      return bytes[at]!;
    case 2:
      return (bytes[at]! | (bytes[at + 1]! << 8)) + 256;
    case 4:
      return u32le(bytes, at);
    default:
      return u32le(bytes, at) + u32le(bytes, at + 4) * 0x1_0000_0000;
  }
}
