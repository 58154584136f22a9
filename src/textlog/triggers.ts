import { ascii } from '../sip/bytes.ts';

/**
 * Several literals and where the first of them occurs next, in one pass that looks at few of the bytes: two at a time, and most pairs are in no
 * literal, so that nearly a literal's length is skipped (Wu and Manber, 1994).
 */
export class Triggers {
  readonly #literals: readonly Uint8Array[];
  /** How far may be skipped behind a pair of bytes; 0: a literal may be here. */
  readonly #skips = new Uint8Array(1 << 16);
  /** Literals are compared by their first so many bytes. */
  readonly #length: number;
  #bytes: Uint8Array | null = null;
  #asked = 0;
  #next = -1;

  /** Literals of two bytes or more. */
  constructor(literals: readonly string[]) {
    this.#literals = literals.map(ascii);
    this.#length = Math.min(...this.#literals.map(({ length }) => length));
    this.#skips.fill(this.#length - 1);
    for (const literal of this.#literals) {
      for (let at = 0; at + 1 < this.#length; at += 1) {
        const pair = ((literal[at] as number) << 8) | (literal[at + 1] as number);
        const left = this.#length - 2 - at;
        if (left < (this.#skips[pair] as number)) this.#skips[pair] = left;
      }
    }
  }

  /** First occurrence at or behind `from`; Infinity when there is none. Cheap with rising positions. */
  next(bytes: Uint8Array, from: number): number {
    if (this.#bytes !== bytes || this.#next < from || from < this.#asked) {
      this.#bytes = bytes;
      this.#asked = from;
      this.#next = this.#search(bytes, from);
    }
    return this.#next;
  }

  #search(bytes: Uint8Array, from: number): number {
    const skips = this.#skips;
    const back = this.#length - 2;
    const last = bytes.length - 1;
    for (let at = from + back; at < last;) {
      const skip = skips[((bytes[at] as number) << 8) | (bytes[at + 1] as number)] as number;
      if (skip === 0) {
        if (this.#isAt(bytes, at - back)) return at - back;
        at += 1;
      } else at += skip;
    }
    return Number.POSITIVE_INFINITY;
  }

  #isAt(bytes: Uint8Array, start: number): boolean {
    return this.#literals.some((literal) => {
      if (start + literal.length > bytes.length) return false;
      let index = 0;
      while (index < literal.length && bytes[start + index] === literal[index]) index += 1;
      return index === literal.length;
    });
  }
}
