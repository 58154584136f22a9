import { CR, latin1, latin1Bytes } from '../sip/bytes.ts';
import { JsonObject } from './json-object.ts';
import type { Losses } from './losses.ts';
import type { Row } from './row.ts';
import { WrapperMarks } from './wrapper-marks.ts';

/** Longest row that is unwrapped, in bytes. */
const MAX_ROW = 1 << 20;
/** Text that waits for its line end, in characters. */
const MAX_OPEN = 1 << 20;

/** What unwrapping hands on. */
export interface UnwrappingSink {
  /** A row without a wrapper. */
  plain(row: Row): void;
  /** The row or rows, one character a byte, that were wrapped in `row`. */
  unwrapped(text: string, row: Row, stamp: string): void;
}

/** Takes wrappers off rows; a row without any is handed on untouched. */
export class Unwrapping {
  /** Wrappers that were met. */
  readonly met = new Set<string>();
  /** Of the log itself, and of rows that were taken out of others: each remembers where it is. */
  readonly #outer = new WrapperMarks();
  readonly #inner = new WrapperMarks();
  readonly #losses: Losses;
  readonly #sink: UnwrappingSink;
  readonly #object = new JsonObject();
  #marks = this.#outer;
  #open = '';

  constructor(losses: Losses, sink: UnwrappingSink) {
    this.#losses = losses;
    this.#sink = sink;
  }

  /** Something goes on in the next row. */
  get isOpen(): boolean {
    return this.#open !== '' || this.#object.isOpen;
  }

  /** Whether there is any sign of a wrapper in [start, end). */
  isMarked(bytes: Uint8Array, start: number, end: number): boolean {
    return this.#marks.next(bytes, start) < end || this.#open !== '';
  }

  /** Whether the rows that follow were taken out of others. */
  set isWithin(within: boolean) {
    this.#marks = within ? this.#inner : this.#outer;
  }

  /** Hands on what was wrapped in `row`, or `row` itself. `inMessage`: a message is open, whose body may be JSON. */
  row(row: Row, inMessage: boolean): void {
    const object = this.#object;
    if (object.isOpen || (!inMessage && object.begins(row))) {
      const taken = object.take(row);
      if (taken !== 'kept') this.#endObject();
      if (taken !== 'foreign') return;
    }
    const { bytes, start, end } = row;
    if (this.#open === '' && this.#marks.next(bytes, start) >= end) this.#sink.plain(row);
    else if (end - start > MAX_ROW) this.#handOn(row, null, row.stamp);
    else this.#peel(row, null);
  }

  /** Hands on what waits: the log is over, or rows were left out. */
  finish(): void {
    if (this.#object.isOpen) this.#endObject();
  }

  #endObject(): void {
    const object = this.#object;
    const joined = object.joined();
    const rows = joined === null ? object.rows.slice() : [];
    object.clear();
    if (joined === null) for (const one of rows) this.#sink.plain(one);
    else {
      this.met.add('json-object');
      this.#peel(joined.row, joined.text);
    }
  }

  /** Asks one wrapper after the other, from the one at `first`. `whole` is what others made of the row. */
  #peel(row: Row, whole: string | null, first = 0): void {
    const { bytes, start, end } = row;
    const { all } = this.#marks;
    let text = whole;
    let { stamp } = row;
    for (let index = first; index < all.length; index += 1) {
      const { wrapper, mark } = all[index] as (typeof all)[number];
      if (text === null ? mark.next(bytes, start) >= end : !text.includes(wrapper.mark)) continue;
      const wrapped = text ?? latin1(bytes, start, end);
      const unwrapped = wrapper.unwrap(wrapped);
      if (unwrapped === null) continue;
      // Some only count the rows, and take nothing off them.
      if (unwrapped.text !== wrapped) {
        this.met.add(wrapper.id);
        ({ text } = unwrapped);
      }
      stamp = unwrapped.stamp ?? stamp;
      if (unwrapped.rest !== undefined) {
        for (const one of [unwrapped, ...unwrapped.rest]) {
          this.#peel({ ...row, stamp: one.stamp ?? row.stamp }, one.text, index + 1);
        }
        return;
      }
      if (unwrapped.serial !== undefined) this.#losses.see(unwrapped.serial, row);
      if (unwrapped.open === true && this.#open.length + unwrapped.text.length < MAX_OPEN) {
        this.#open += unwrapped.text;
        return;
      }
      if (this.#open !== '') {
        text = this.#open + unwrapped.text;
        this.#open = '';
      }
    }
    this.#handOn(row, text, stamp);
  }

  #handOn(row: Row, text: string | null, stamp: string): void {
    if (this.#open !== '') {
      const open = this.#open;
      this.#open = '';
      this.#sink.unwrapped(open + (text ?? latin1(row.bytes, row.start, row.end)), row, stamp);
    } else if (text === null) this.#sink.plain(row);
    else this.#sink.unwrapped(text, row, stamp);
  }
}

/** A row with other text in the place of `row`. */
export function rowOf(text: string, row: Row, stamp = row.stamp): Row {
  const cr = text.endsWith('\r');
  const bytes = latin1Bytes(text);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === CR) end -= 1;
  return { ...row, bytes, start: 0, end, cr, version: text.indexOf('SIP/2.0'), stamp };
}
