import { latin1 } from '../sip/bytes.ts';
import { wordsOf } from '../sip/words.ts';

const PAGE = 1 << 20;
/** Texts begin at multiples of this, and positions count in it. */
const ALIGNMENT = 4;
const PAGE_SLOTS = PAGE / ALIGNMENT;

/** Short texts outside the JavaScript heap: kept as long as the arena, compared without making strings. */
export class TextArena {
  readonly #pages: Uint8Array[] = [];
  readonly #words: Int32Array[] = [];
  #used = 0;

  /** Copies bytes[start, end), at most a page of them, and returns their position. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (this.#pages.length === 0 || this.#used + end - start > PAGE) {
      const page = new ArrayBuffer(PAGE);
      this.#pages.push(new Uint8Array(page));
      this.#words.push(new Int32Array(page));
      this.#used = 0;
    }
    const page = this.#pages.length - 1;
    const at = this.#used;
    (this.#pages[page] as Uint8Array).set(bytes.subarray(start, end), at);
    this.#used += (end - start + ALIGNMENT - 1) & -ALIGNMENT;
    return page * PAGE_SLOTS + at / ALIGNMENT;
  }

  /** Whether the text of `length` bytes at a position is what begins at bytes[start]. */
  holds(position: number, length: number, bytes: Uint8Array, start: number): boolean {
    const page = Math.floor(position / PAGE_SLOTS);
    const slot = position % PAGE_SLOTS;
    const words = this.#words[page] as Int32Array;
    const theirs = wordsOf(bytes);
    const whole = length >> 2;
    for (let word = 0; word < whole; word += 1) {
      if (words[slot + word] !== theirs.getInt32(start + word * 4, true)) return false;
    }
    const mine = this.#pages[page] as Uint8Array;
    for (let at = whole * 4; at < length; at += 1) {
      if (mine[slot * ALIGNMENT + at] !== bytes[start + at]) return false;
    }
    return true;
  }

  text(position: number, length: number): string {
    const at = (position % PAGE_SLOTS) * ALIGNMENT;
    return latin1(this.#pages[Math.floor(position / PAGE_SLOTS)] as Uint8Array, at, at + length);
  }
}
