import { CR, LF } from '../sip/bytes.ts';

/** How the characters of a log are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes at the beginning that are looked at where no byte order mark tells. */
const HEAD = 16;
/** Share of ASCII among the 16-bit units above which text without a byte order mark is UTF-16. */
const MIN_ASCII = 0.7;
/** Bytes at the beginning without any LF, but with CR: old Macs and some terminals end rows in CR alone. */
const NO_LF = 4096;

/** By the byte order mark; without one, text of 16-bit units is known by its many zero bytes. Anything else passes as UTF-8. */
export function encodingOf(head: Uint8Array): Encoding {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const length = Math.min(HEAD, head.length) & ~1;
  let little = 0;
  let big = 0;
  for (let at = 0; at < length; at += 2) {
    if (isText(head[at]) && head[at + 1] === 0) little += 1;
    if (head[at] === 0 && isText(head[at + 1])) big += 1;
  }
  const enough = Math.max(2, (length / 2) * MIN_ASCII);
  if (little >= enough) return 'utf-16le';
  return big >= enough ? 'utf-16be' : 'utf-8';
}

function isText(byte: number | undefined): boolean {
  return (
    byte !== undefined && ((byte >= 32 && byte < 127) || byte === LF || byte === CR || byte === 9)
  );
}

const encoder = new TextEncoder();

/**
 * Turns the chunks of a log into UTF-8 without a byte order mark, and CR alone into LF; chunks that are so already are passed on
 * untouched.
 */
export class Decoding {
  encoding: Encoding | null = null;
  /** Length of the byte order mark, in bytes. */
  mark = 0;
  /** The first bytes, until there are enough to tell. */
  #head = new Uint8Array(0);
  #decoder: InstanceType<typeof TextDecoder> | null = null;
  /** Rows end in CR alone; null until that is known, and what came so far. */
  #bareCr: boolean | null = null;
  #held = new Uint8Array(0);

  /** `final`: nothing follows. The result is valid until the next call. */
  decode(chunk: Uint8Array, final = false): Uint8Array {
    if (this.encoding !== null) return this.#decoded(chunk, final);
    const head = joined(this.#head, chunk);
    if (head.length < HEAD && !final) {
      this.#head = head.slice();
      return new Uint8Array(0);
    }
    this.#head = new Uint8Array(0);
    this.encoding = encodingOf(head);
    this.mark = markOf(head);
    if (this.encoding !== 'utf-8') this.#decoder = new TextDecoder(this.encoding);
    return this.#decoded(head.subarray(this.mark), final);
  }

  #decoded(chunk: Uint8Array, final: boolean): Uint8Array {
    if (this.#decoder === null) return this.#fed(chunk, final);
    return this.#fed(encoder.encode(this.#decoder.decode(chunk, { stream: !final })), final);
  }

  /** With LF at the end of each row. */
  #fed(text: Uint8Array, final: boolean): Uint8Array {
    if (this.#bareCr === false) return text;
    if (this.#bareCr) return withFeeds(text);
    const held = joined(this.#held, text);
    const head = held.subarray(0, NO_LF);
    if (!head.includes(LF) && head.length < NO_LF && !final) {
      this.#held = held.slice();
      return new Uint8Array(0);
    }
    this.#held = new Uint8Array(0);
    this.#bareCr = !head.includes(LF) && head.includes(CR);
    return this.#bareCr ? withFeeds(held) : held;
  }
}

function withFeeds(text: Uint8Array): Uint8Array {
  return text.map((byte) => (byte === CR ? LF : byte));
}

function markOf([first, second, third]: Uint8Array): number {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 2;
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
