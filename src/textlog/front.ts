import { CR, latin1, LF, SP, TAB } from '../sip/bytes.ts';
import { wordsOf } from '../sip/words.ts';
import { threadIn } from './thread.ts';

/** Longest text in front of a start line, in bytes. */
const MAX_LENGTH = 300;

/**
 * What stands in front of each row of a message that is read whole: the same bytes in every row but for digits, and the same
 * thread. `prefix.ts` is less strict, and agrees with this.
 */
export class Front {
  /** The thread that it names, '' for none. */
  thread = '';
  length = 0;
  readonly #bytes = new Uint8Array(MAX_LENGTH);
  readonly #words = new DataView(this.#bytes.buffer);
  #from = 0;
  #to = 0;

  get text(): string {
    return this.length === 0 ? '' : latin1(this.#bytes, 0, this.length);
  }

  /** Takes [at, start); false when it is too long. */
  begin(bytes: Uint8Array, at: number, start: number): boolean {
    const length = start - at;
    if (length > MAX_LENGTH) return false;
    const isKnown = length === this.length && this.contentAt(bytes, at, start) === start;
    for (let index = 0; index < length; index += 1) {
      this.#bytes[index] = bytes[at + index] as number;
    }
    if (isKnown) return true;
    this.length = length;
    const { text } = this;
    const thread = length < 4 ? null : threadIn(text);
    [this.#from, this.#to] = thread ?? [0, 0];
    this.thread = text.slice(this.#from, this.#to);
    return true;
  }

  /** Where the content of the row at `at` begins, -1 when it begins otherwise. An empty row may lack blanks at the end of it. */
  contentAt(bytes: Uint8Array, at: number, limit: number): number {
    const own = this.#bytes;
    const { length } = this;
    let index = 0;
    if (at + length <= limit) {
      const words = wordsOf(bytes);
      // Four bytes at a time: as a rule they are the same in every row.
      while (index + 4 <= length) {
        if (words.getInt32(at + index, true) !== this.#words.getInt32(index, true)) break;
        index += 4;
      }
    }
    for (; index < length; index += 1) {
      const byte = own[index] as number;
      const other = bytes[at + index] as number;
      if (byte === other) continue;
      if (other === LF || other === CR) return isBlank(own, index, length) ? at + index : -1;
      const isNumber = isDigit(byte) && isDigit(other);
      if (!isNumber || (index >= this.#from && index < this.#to)) return -1;
    }
    return at + length <= limit ? at + length : -1;
  }

  /** Whether the row [at, end) is nothing but this, without blanks at the end of it or with them. */
  isAll(bytes: Uint8Array, at: number, end: number): boolean {
    const { length } = this;
    if (length < 4 || end - at > length + 1) return false;
    const content = this.contentAt(bytes, at, end);
    return content === end || (content >= 0 && content + 1 === end && bytes[content] === CR);
  }
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] !== SP && bytes[at] !== TAB) return false;
  return true;
}
