import { latin1Bytes, utf8 } from '../sip/bytes.ts';
import { asciiLower } from './text.ts';

/** Shorter ones are found everywhere, and tell nobody apart. */
const SHORTEST = 4;
/** Identifiers that are remembered; with more the proof is not complete, and nothing is written. */
const MAX_ORIGINALS = 1_000_000;
/** Longer ones are remembered by their beginning, characters. */
export const LONGEST = 256;

/** What was replaced, for replacing it wherever else it stands and for the search that proves that it is gone. */
export class Originals {
  /** There were more than are remembered. */
  overflown = false;
  readonly #made = new Map<string, string>();
  /** By the replacement: what it stands for. */
  readonly #originals = new Map<string, string>();
  readonly #most: number;

  constructor(most = MAX_ORIGINALS) {
    this.#most = most;
  }

  /** Notes a replacement; what was kept as it is, is none. */
  note(original: string, made: string): string {
    if (original.length < SHORTEST || original === made) return made;
    const key = asciiLower(original.slice(0, LONGEST));
    if (this.#made.has(key)) return made;
    if (this.#made.size >= this.#most) {
      this.overflown = true;
      return made;
    }
    const short = asciiLower(made.slice(0, LONGEST));
    this.#made.set(key, short);
    this.#originals.set(short, key);
    return made;
  }

  /** What this text was replaced with before, in lower case; undefined when it was not. */
  replacementOf(text: string): string | undefined {
    return this.#made.get(asciiLower(text));
  }

  /** What this text stands for, in lower case; undefined when it replaces nothing. */
  originalOf(made: string): string | undefined {
    return this.#originals.get(asciiLower(made));
  }

  /**
   * In lower case, as text. One that is also the pseudonym of another is left out: where it stands, nothing tells which of the two
   * is meant.
   */
  *searchable(): Iterable<string> {
    for (const original of this.#made.keys()) {
      if (this.#originals.has(original)) continue;
      const bytes = latin1Bytes(original);
      yield utf8(bytes, 0, bytes.length);
    }
  }

  /** How many are left out of the search. */
  get ambiguous(): number {
    let count = 0;
    for (const original of this.#made.keys()) if (this.#originals.has(original)) count += 1;
    return count;
  }
}
