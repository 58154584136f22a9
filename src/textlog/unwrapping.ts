import { latin1, latin1Bytes } from '../sip/bytes.ts';
import { Literal } from './literal.ts';
import type { Losses } from './losses.ts';
import type { Row } from './row.ts';
import { WRAPPERS } from './wrappers/wrappers.ts';

/** Longest row that is unwrapped, in bytes. */
const MAX_ROW = 1 << 20;
/** Text that waits for its line end, in characters. */
const MAX_OPEN = 1 << 20;

/** Takes wrappers off rows; a row without any is handed on untouched. */
export class Unwrapping {
  /** Wrappers that were met. */
  readonly met = new Set<string>();
  readonly #marks = WRAPPERS.map((wrapper) => ({ wrapper, mark: new Literal(wrapper.mark) }));
  readonly #losses: Losses;
  #open = '';
  #bytes: Uint8Array | null = null;
  #asked = 0;
  #sign = 0;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  /** Whether there is any sign of a wrapper in [start, end). */
  isMarked(bytes: Uint8Array, start: number, end: number): boolean {
    return this.#next(bytes, start) < end || this.#open !== '';
  }

  /** The next sign of any wrapper. */
  #next(bytes: Uint8Array, from: number): number {
    if (this.#bytes !== bytes || from < this.#asked || from > this.#sign) {
      this.#bytes = bytes;
      this.#asked = from;
      this.#sign = Number.POSITIVE_INFINITY;
      for (const { mark } of this.#marks) {
        this.#sign = Math.min(this.#sign, mark.next(bytes, from));
      }
    }
    return this.#sign;
  }

  /** Calls `next` with each row that was wrapped in `row`, or with `row` itself. */
  row(row: Row, next: (row: Row) => void): void {
    const { bytes, start, end } = row;
    if (this.#open === '' && this.#next(bytes, start) >= end) {
      next(row);
      return;
    }
    let text: string | null = null;
    let stamp = '';
    for (const { wrapper, mark } of this.#marks) {
      if (text === null ? mark.next(bytes, start) >= end : !text.includes(wrapper.mark)) continue;
      if (end - start > MAX_ROW) break;
      const unwrapped = wrapper.unwrap(text ?? latin1(bytes, start, end));
      if (unwrapped === null) continue;
      this.met.add(wrapper.id);
      ({ text } = unwrapped);
      stamp = unwrapped.stamp ?? stamp;
      if (unwrapped.serial !== undefined) this.#losses.see(unwrapped.serial, row);
      if (unwrapped.open === true && this.#open.length + text.length < MAX_OPEN) {
        this.#open += text;
        return;
      }
      if (this.#open !== '') {
        text = this.#open + text;
        this.#open = '';
      }
    }
    if (text === null && this.#open !== '') {
      text = this.#open + latin1(bytes, start, end);
      this.#open = '';
    }
    if (text === null) next(row);
    else for (const one of text.split('\n')) next(rowOf(one, row, stamp));
  }
}

/** A row with other text in the place of `row`. */
export function rowOf(text: string, row: Row, stamp = row.stamp): Row {
  const cr = text.endsWith('\r');
  const bytes = latin1Bytes(text);
  const end = cr ? bytes.length - 1 : bytes.length;
  return { ...row, bytes, start: 0, end, cr, version: text.indexOf('SIP/2.0'), stamp };
}
