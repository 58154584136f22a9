import { ascii } from '../sip/bytes.ts';
import type { Dialect, Pattern } from './dialect.ts';

/** Bytes of a row that are searched for marks. */
const MAX_SEARCHED = 4096;

export interface MarkedPattern {
  readonly dialect: Dialect;
  readonly pattern: Pattern;
  readonly bytes: Uint8Array;
}

/** Finds the patterns whose mark is in a row: one pass over the bytes, however many dialects there are. */
export class MarkTable {
  /** By a hash of three bytes: number of the bucket, 0 for none. */
  readonly #bucketOf = new Uint16Array(1 << 16);
  readonly #buckets: MarkedPattern[][] = [[]];

  constructor(dialects: readonly Dialect[]) {
    for (const dialect of dialects) {
      for (const pattern of dialect.patterns) {
        const bytes = ascii(pattern.mark);
        const hash = hashAt(bytes, 0);
        let bucket = this.#bucketOf[hash] as number;
        if (bucket === 0) {
          bucket = this.#buckets.length;
          this.#bucketOf[hash] = bucket;
          this.#buckets.push([]);
        }
        (this.#buckets[bucket] as MarkedPattern[]).push({ dialect, pattern, bytes });
      }
    }
  }

  /** Patterns with their mark in [start, end), in the order of the marks; the array is used again for the next row. */
  find(bytes: Uint8Array, start: number, end: number): readonly MarkedPattern[] {
    found.length = 0;
    const limit = Math.min(end, start + MAX_SEARCHED) - 2;
    for (let at = start; at < limit; at += 1) {
      const bucket = this.#bucketOf[hashAt(bytes, at)] as number;
      if (bucket === 0) continue;
      for (const marked of this.#buckets[bucket] as MarkedPattern[]) {
        if (isAt(bytes, at, end, marked.bytes) && !found.includes(marked)) found.push(marked);
      }
    }
    return found;
  }
}

const found: MarkedPattern[] = [];

function hashAt(bytes: Uint8Array, at: number): number {
  const three =
    ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
  return Math.imul(three, 0x9e3779b1) >>> 16;
}

function isAt(bytes: Uint8Array, at: number, end: number, text: Uint8Array): boolean {
  if (at + text.length > end) return false;
  for (let index = 3; index < text.length; index += 1) {
    if (bytes[at + index] !== text[index]) return false;
  }
  return bytes[at] === text[0] && bytes[at + 1] === text[1] && bytes[at + 2] === text[2];
}
