import { ascii } from '../sip/bytes.ts';
import type { Dialect, Pattern } from './dialect.ts';

/** Bytes of a row that are searched for marks. */
const MAX_SEARCHED = 4096;

export class MarkedPattern {
  readonly dialect: Dialect;
  readonly pattern: Pattern;
  readonly bytes: Uint8Array;
  #numbered: Numbered | null = null;

  constructor(dialect: Dialect, pattern: Pattern) {
    this.dialect = dialect;
    this.pattern = pattern;
    this.bytes = ascii(pattern.mark);
  }

  /** Made when its mark is met: numbering every expression would slow down the start of every run. */
  get numbered(): Numbered {
    this.#numbered ??= numbered(this.dialect, this.pattern);
    return this.#numbered;
  }
}

interface Numbered {
  /** The pattern's expression, its groups numbered where only their texts are wanted: named ones cost an object a match. */
  readonly row: RegExp;
  /** Names of the numbered groups; null when they have their names still. */
  readonly names: readonly string[] | null;
}

/** Finds the patterns whose mark is in a row: one pass over the bytes, however many dialects there are. */
export class MarkTable {
  /** By a hash of three bytes: number of the bucket, 0 for none. */
  readonly #bucketOf = new Uint16Array(1 << 16);
  readonly #buckets: MarkedPattern[][] = [[]];

  constructor(dialects: readonly Dialect[]) {
    for (const dialect of dialects) {
      for (const pattern of dialect.patterns) {
        const marked = new MarkedPattern(dialect, pattern);
        const [first = 0, second = 0, third = 0] = marked.bytes;
        const hash = hashOf((first << 16) | (second << 8) | third);
        let bucket = this.#bucketOf[hash] as number;
        if (bucket === 0) {
          bucket = this.#buckets.length;
          this.#bucketOf[hash] = bucket;
          this.#buckets.push([]);
        }
        (this.#buckets[bucket] as MarkedPattern[]).push(marked);
      }
    }
  }

  /** Whether any mark is in [start, end). */
  isMarked(bytes: Uint8Array, start: number, end: number): boolean {
    return this.find(bytes, start, end).length > 0;
  }

  /** Patterns with their mark in [start, end), in the order of the marks; the array is used again for the next row. */
  find(bytes: Uint8Array, start: number, end: number): readonly MarkedPattern[] {
    found.length = 0;
    const limit = Math.min(end, start + MAX_SEARCHED) - 2;
    if (start >= limit) return found;
    let three = ((bytes[start] as number) << 8) | (bytes[start + 1] as number);
    for (let at = start; at < limit; at += 1) {
      three = ((three << 8) | (bytes[at + 2] as number)) & 0xffffff;
      const bucket = this.#bucketOf[hashOf(three)] as number;
      if (bucket === 0) continue;
      for (const marked of this.#buckets[bucket] as MarkedPattern[]) {
        if (isAt(bytes, at, end, marked.bytes) && !found.includes(marked)) found.push(marked);
      }
    }
    return found;
  }
}

const found: MarkedPattern[] = [];

const NAMED = /\(\?<([A-Za-z]\w*)>/g;

function numbered(dialect: Dialect, pattern: Pattern): Numbered {
  const { row, read, text } = pattern;
  const names = [...row.source.matchAll(NAMED)].map(([, name = '']) => name);
  const groups = (new RegExp(`${row.source}|`, row.flags).exec('')?.length ?? 0) - 1;
  const isRead = read !== undefined || text !== undefined || dialect.rewrite !== undefined;
  // Where a group has no name, or occurs twice, numbers say less than names.
  if (isRead || groups !== names.length || new Set(names).size < groups)
    return { row, names: null };
  return { row: new RegExp(row.source.replace(NAMED, '('), row.flags), names };
}

/** Of three bytes as one number. */
function hashOf(three: number): number {
  return Math.imul(three, 0x9e3779b1) >>> 16;
}

/** Whether the pattern's mark is in [start, end), for one that is likely. */
export function isMarked(
  { bytes: mark }: MarkedPattern,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  const limit = Math.min(end, start + MAX_SEARCHED) - mark.length;
  const first = mark[0];
  for (let at = start; at <= limit; at += 1) {
    if (bytes[at] === first && isAt(bytes, at, end, mark)) return true;
  }
  return false;
}

function isAt(bytes: Uint8Array, at: number, end: number, text: Uint8Array): boolean {
  if (at + text.length > end) return false;
  for (let index = 3; index < text.length; index += 1) {
    if (bytes[at + index] !== text[index]) return false;
  }
  return bytes[at] === text[0] && bytes[at + 1] === text[1] && bytes[at + 2] === text[2];
}
