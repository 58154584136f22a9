import { COLON, latin1, SP } from '../sip/bytes.ts';
import { headerAt, HeaderKind, trimmedEnd } from './grammar.ts';
import { threadIn } from './thread.ts';

/** Longest text in front of a start line that is learnt, in bytes. */
const MAX_PREFIX = 300;

const HYPHEN = 45;

/** In place of an index: the row has not got the prefix; or it has, with another thread in it. */
const FOREIGN = -1;
export const OTHER_THREAD = -2;

/**
 * What stands in front of every row of one message: a stamp and a tag, an indent, `> `. Learnt from the start line's row and
 * the first header's; digits may change from row to row, and so may runs of blanks, but not the name of the thread.
 */
export class Prefix {
  readonly #bytes = new Uint8Array(MAX_PREFIX);
  #length = 0;
  /** How much of it the header rows have too; -1 until one was seen. */
  #shared = -1;
  #threadFrom = 0;
  #threadTo = 0;

  /** Takes what stands in front of the start line. */
  begin(bytes: Uint8Array, start: number, end: number): void {
    this.#length = Math.min(MAX_PREFIX, end - start);
    for (let at = 0; at < this.#length; at += 1) this.#bytes[at] = bytes[start + at] as number;
    this.#shared = this.#length === 0 ? 0 : -1;
    this.#threadTo = 0;
    if (this.#length < 4) return;
    const thread = threadIn(this.text);
    if (thread !== null) [this.#threadFrom, this.#threadTo] = thread;
  }

  /** As text, e.g. to find a time in it. */
  get text(): string {
    return latin1(this.#bytes, 0, this.#length);
  }

  /** Whether the header rows lack something that stands in front of the start line. */
  get isGlued(): boolean {
    return this.#shared >= 0 && this.text.slice(this.#shared).trim() !== '';
  }

  /** Where the content of a row begins; FOREIGN when the row has not got the prefix, OTHER_THREAD when it is another's. */
  contentAt(bytes: Uint8Array, start: number, end: number): number {
    if (this.#shared === 0) return start;
    if (this.#shared < 0) return this.#learn(bytes, start, end);
    return this.#match(bytes, start, end, this.#shared).row;
  }

  #learn(bytes: Uint8Array, start: number, end: number): number {
    const whole = this.#match(bytes, start, end, this.#length);
    if (whole.row === OTHER_THREAD) return OTHER_THREAD;
    if (whole.row === end || (whole.row >= 0 && isHeader(bytes, whole.row, end))) {
      if (whole.row !== end) this.#shared = this.#length;
      return whole.row;
    }
    if (isHeader(bytes, start, end)) {
      this.#shared = 0;
      return start;
    }
    // Shared as far as both agree, if that is where the header's name begins.
    if (
      whole.differs >= 0 &&
      isHeader(bytes, whole.differs, end) &&
      !isWord(bytes[whole.differs - 1])
    ) {
      this.#shared = whole.used;
      return whole.differs;
    }
    // Nothing but the beginning of it: the log's own header in front of an empty row.
    const isBare = whole.row === FOREIGN && whole.differs < 0 && !isWord(bytes[end - 1]);
    return isBare || trimmedEnd(bytes, start, end) === start ? end : start;
  }

  /** Follows the first `length` bytes of the prefix along the row. `row`: index behind it, -1 when they differ. */
  #match(bytes: Uint8Array, start: number, end: number, length: number): Match {
    const own = this.#bytes;
    let at = start;
    let used = 0;
    while (used < length) {
      const byte = own[used] as number;
      if (at >= end) {
        // An empty line often has lost the blank at the prefix's end.
        const left = trimmedEnd(own, used, length);
        found.row = left === used ? end : FOREIGN;
        found.differs = -1;
        found.used = used;
        return found;
      }
      const other = bytes[at] as number;
      if (byte === other || isGrepMark(byte, other)) {
        at += 1;
        used += 1;
      } else if (used >= this.#threadFrom && used < this.#threadTo) {
        // The same prefix up to here: what is printed in the thread's place is another thread.
        found.row = isWord(other) || isWord(byte) ? OTHER_THREAD : FOREIGN;
        found.differs = -1;
        return found;
      } else if (byte === SP && isDigit(other) && isDigit(own[behindBlanks(own, used, length)])) {
        // A number that grows takes the place of blanks in front of it.
        used = behindBlanks(own, used, length);
      } else if (other === SP && isDigit(byte) && isDigit(bytes[behindBlanks(bytes, at, end)])) {
        at = behindBlanks(bytes, at, end);
      } else if (isDigit(byte) || isDigit(other)) {
        if (!isDigit(byte) && !isDigit(own[used - 1])) break;
        if (!isDigit(other) && !isDigit(bytes[at - 1])) break;
        while (used < length && isDigit(own[used])) used += 1;
        while (at < end && isDigit(bytes[at])) at += 1;
      } else if (byte === SP || other === SP) {
        if (byte !== SP && own[used - 1] !== SP) break;
        if (other !== SP && bytes[at - 1] !== SP) break;
        while (used < length && own[used] === SP) used += 1;
        while (at < end && bytes[at] === SP) at += 1;
      } else break;
    }
    found.row = used < length ? FOREIGN : at;
    found.differs = at;
    found.used = used;
    return found;
  }
}

interface Match {
  row: number;
  /** Where the row and the prefix part. */
  differs: number;
  used: number;
}

const found: Match = { row: -1, differs: -1, used: 0 };

function isHeader(bytes: Uint8Array, at: number, end: number): boolean {
  return headerAt(bytes, at, end) !== HeaderKind.None;
}

/** grep puts a colon behind the name of a matching row and a hyphen behind that of a row around it. */
function isGrepMark(byte: number, other: number): boolean {
  return (byte === COLON && other === HYPHEN) || (byte === HYPHEN && other === COLON);
}

function behindBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] === SP) at += 1;
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

function isWord(byte: number | undefined): boolean {
  const lower = (byte ?? 0) | 32;
  return (lower >= 97 && lower <= 122) || isDigit(byte);
}
