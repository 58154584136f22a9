import { ascii } from '../sip/bytes.ts';

interface NativeSearch {
  indexOf(value: Uint8Array, from: number): number;
}

// Node's Buffer searches at memory speed; a browser has none and looks for the first byte itself.
const native = (globalThis as { Buffer?: { prototype: NativeSearch } }).Buffer?.prototype.indexOf;

/** A literal and where it occurs next, so that asking row by row costs one search a hit. */
export class Literal {
  readonly #text: Uint8Array;
  #bytes: Uint8Array | null = null;
  #asked = 0;
  #next = -1;

  constructor(text: string) {
    this.#text = ascii(text);
  }

  /** First occurrence at or behind `from`; Infinity when there is none. Cheap with rising positions. */
  next(bytes: Uint8Array, from: number): number {
    if (this.#bytes === bytes && this.#next >= from && from >= this.#asked) return this.#next;
    this.#bytes = bytes;
    this.#asked = from;
    const at =
      native === undefined ? this.#search(bytes, from) : native.call(bytes, this.#text, from);
    this.#next = at < 0 ? Number.POSITIVE_INFINITY : at;
    return this.#next;
  }

  #search(bytes: Uint8Array, from: number): number {
    const text = this.#text;
    const first = text[0] as number;
    for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
      let index = 1;
      while (index < text.length && bytes[at + index] === text[index]) index += 1;
      if (index === text.length) return at;
    }
    return -1;
  }
}
