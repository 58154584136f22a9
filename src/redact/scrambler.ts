import type { TlsCrypto } from '../model/tls-crypto.ts';
import { latin1, latin1Bytes } from '../sip/bytes.ts';
import { Memory } from './memory.ts';
import { asciiLower } from './text.ts';

/** Keyed hashing, handed in: this room runs in a browser too. */
export type KeyedHash = Pick<TlsCrypto, 'hmac'>;

/** Results that are remembered of each kind. */
const MAX_REMEMBERED = 200_000;
/** Characters that change, from which on all are hidden by one hash; shorter texts change one by one, so that no two become one. */
const LONG = 10;

/** A run of character codes that are exchanged for one another only. */
interface Alphabet {
  readonly first: number;
  readonly size: number;
}

const DIGITS: Alphabet = { first: 48, size: 10 };
const LETTERS: Alphabet = { first: 97, size: 26 };
const HEX_LETTERS: Alphabet = { first: 97, size: 6 };
/** Later bytes of UTF-8 sequences: within these runs a sequence stays valid (RFC 3629 §4). */
const UTF8_RUNS: readonly Alphabet[] = [
  { first: 0x80, size: 16 },
  { first: 0x90, size: 16 },
  { first: 0xa0, size: 32 },
];

/**
 * Exchanges characters under a key: letters for letters of the same case, digits for digits, all else stays. Texts have one
 * character a byte. Equal texts (whatever their case) stay equal, different ones different, and each keeps its length and shape.
 */
export class Scrambler {
  readonly #key: Uint8Array;
  readonly #hash: KeyedHash;
  readonly #orders = new Memory<Uint8Array>(MAX_REMEMBERED);
  readonly #words = new Memory<string>(MAX_REMEMBERED);

  constructor(key: string, hash: KeyedHash) {
    this.#key = new TextEncoder().encode(key);
    this.#hash = hash;
  }

  /** Another text of the same shape. */
  word(text: string): string {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const lower = asciiLower(text);
    const letters = isHex(lower) ? HEX_LETTERS : LETTERS;
    const changing = changingIn(lower, letters);
    const made = changing < LONG ? this.#short(text, letters) : this.#long(text, lower, letters);
    return this.#words.set(text, made);
  }

  /** A text of the same shape that nobody can turn back, whoever has the key. */
  secret(text: string): string {
    const letters = isHex(asciiLower(text)) ? HEX_LETTERS : LETTERS;
    const stream = this.#stream(`secret ${text}`);
    return mapped(text, letters, ({ size }) => stream() % size);
  }

  /** The last `count` digits of a text of digits exchanged; each depends on those behind it, so equal ends stay equal. */
  ending(digits: string, count: number): string {
    let made = '';
    for (let at = digits.length - 1; at >= digits.length - count; at -= 1) {
      const behind = digits.slice(at + 1);
      made = `${this.exchanged(Number(digits[at]), 10, `digit ${behind}`)}${made}`;
    }
    return digits.slice(0, digits.length - count) + made;
  }

  /** Another number below `size`, one for each, that nobody keeps for itself; `label` says which exchange it is. */
  exchanged(index: number, size: number, label: string): number {
    if (size < 2) return index;
    const name = `${size} ${label}`;
    const order =
      this.#orders.get(name) ?? this.#orders.set(name, oneCycle(size, this.#stream(name)));
    return order[index] as number;
  }

  #short(text: string, letters: Alphabet): string {
    const lower = asciiLower(text);
    let made = '';
    for (let at = text.length - 1; at >= 0; at -= 1) {
      const one = mapped(text.charAt(at), letters, ({ first, size }, index) =>
        this.exchanged(index, size, `after ${first} ${lower.slice(at + 1)}`),
      );
      made = one + made;
    }
    return made;
  }

  #long(text: string, lower: string, letters: Alphabet): string {
    const stream = this.#stream(`word ${lower}`);
    return mapped(text, letters, ({ size }, index) => (index + 1 + (stream() % (size - 1))) % size);
  }

  /** Bytes that follow from the label. */
  #stream(label: string): () => number {
    const base = new TextEncoder().encode(label);
    let block = new Uint8Array(0);
    let at = 0;
    let count = 0;
    return () => {
      if (at === block.length) {
        const counted = new Uint8Array(base.length + 4);
        counted.set(base, 4);
        new DataView(counted.buffer).setUint32(0, count);
        block = new Uint8Array(this.#hash.hmac('sha256', this.#key, counted));
        count += 1;
        at = 0;
      }
      return block[at++] as number;
    };
  }
}

/** A random exchange without fixed points: all numbers in one cycle (Sattolo). */
function oneCycle(size: number, random: () => number): Uint8Array {
  const order = Uint8Array.from({ length: size }, (_, index) => index);
  for (let at = size - 1; at > 0; at -= 1) {
    const other = ((random() << 8) | random()) % at;
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
  return order;
}

/** Each character that belongs to an alphabet, by its index there; the case of letters is kept. */
function mapped(
  text: string,
  letters: Alphabet,
  exchange: (alphabet: Alphabet, index: number) => number,
): string {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const upper = code >= 65 && code <= 90 ? 32 : 0;
    const alphabet = alphabetOf(code | upper, letters);
    bytes[at] =
      alphabet === undefined
        ? code
        : alphabet.first + exchange(alphabet, (code | upper) - alphabet.first) - upper;
  }
  return latin1(bytes, 0, bytes.length);
}

function alphabetOf(code: number, letters: Alphabet): Alphabet | undefined {
  if (code >= 48 && code <= 57) return DIGITS;
  if (code >= 97 && code <= 122) return code < letters.first + letters.size ? letters : LETTERS;
  if (code < 0x80) return undefined;
  return UTF8_RUNS.find(({ first, size }) => code >= first && code < first + size);
}

function changingIn(lower: string, letters: Alphabet): number {
  let count = 0;
  for (const byte of latin1Bytes(lower)) {
    if (alphabetOf(byte, letters) !== undefined) count += 1;
  }
  return count;
}

/** Eight hexadecimal digits or more, in groups or not: they stay hexadecimal. */
function isHex(lower: string): boolean {
  return lower.length >= 8 && /^[0-9a-f:-]+$/.test(lower) && /[a-f]/.test(lower);
}
