import { utf8 } from '../../sip/bytes.ts';
import { hashOf } from '../../sip/hash.ts';

/** Values of one dimension that are told apart; ids fit into sixteen bits. */
const MAX_VALUES = 16_384;

/** Nothing was told, and the one id of all that came after the bound was reached. */
export const NOT_TOLD = 0;
export const OTHERS = MAX_VALUES;

/** Slots for recent values by their hash; a power of two. */
const RECENT = 256;

interface Known {
  readonly hash: number;
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** The different values of one dimension, each once: a call refers to them by a small number. */
export class Values {
  readonly #texts: string[] = [''];
  readonly #byText = new Map<string, number>([['', NOT_TOLD]]);
  readonly #byHash = new Map<number, Known>();
  readonly #recent: (Known | undefined)[] = Array.from({ length: RECENT }, () => undefined);

  /** '' for `NOT_TOLD`. */
  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  of(text: string): number {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    if (id >= MAX_VALUES) return OTHERS;
    this.#texts.push(text);
    this.#byText.set(text, id);
    return id;
  }

  /** The same of the text in bytes[from, to); no text is made of a known one. */
  ofBytes(bytes: Uint8Array, from: number, to: number): number {
    if (from >= to) return NOT_TOLD;
    const hash = hashOf(bytes, from, to);
    const slot = hash & (RECENT - 1);
    const recent = this.#recent[slot];
    const known = recent?.hash === hash ? recent : this.#byHash.get(hash);
    if (known !== undefined && isSame(known.bytes, bytes, from, to)) {
      this.#recent[slot] = known;
      return known.id;
    }
    const id = this.of(utf8(bytes, from, to));
    if (known === undefined && id !== OTHERS) {
      this.#byHash.set(hash, { hash, id, bytes: bytes.slice(from, to) });
    }
    return id;
  }
}

function isSame(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let at = from; at < to; at += 1) if (bytes[at] !== known[at - from]) return false;
  return true;
}
