import { Literal } from './literal.ts';
import { WRAPPERS } from './wrappers/wrappers.ts';

/** The marks of all wrappers in one buffer, and where the next of them is. */
export class WrapperMarks {
  readonly all = WRAPPERS.map((wrapper) => ({ wrapper, mark: new Literal(wrapper.mark) }));
  #bytes: Uint8Array | null = null;
  #asked = 0;
  #sign = 0;

  /** The next mark of any wrapper at or behind `from`. */
  next(bytes: Uint8Array, from: number): number {
    if (this.#bytes !== bytes || from < this.#asked || from > this.#sign) {
      this.#bytes = bytes;
      this.#asked = from;
      this.#sign = Number.POSITIVE_INFINITY;
      for (const { mark } of this.all) this.#sign = Math.min(this.#sign, mark.next(bytes, from));
    }
    return this.#sign;
  }
}
