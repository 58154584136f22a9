import { latin1 } from '../sip/bytes.ts';
import type { Row } from './row.ts';

/** Rows that are remembered, and bytes of each. */
const MAX_ROWS = 4;
const MAX_BYTES = 240;
/** How much of the last one is searched for a stamp, in bytes. */
const NEAR = 80;
/** What is as long as this is no note on a message, and hides what stands above it. Bytes. */
const MAX_NOTE = 1000;

/** The last rows that belonged to no message: they may say when the next one went by, from where and to where. */
export class RowsAbove {
  readonly #memory = Array.from({ length: MAX_ROWS }, () => new Uint8Array(MAX_BYTES));
  readonly #lengths = new Int32Array(MAX_ROWS);
  #last = 0;
  /** Rows since the last message. */
  #count = 0;
  #near = '';
  #hasNear = true;

  add({ bytes, start, end }: Row): void {
    const last = (this.#last + 1) % MAX_ROWS;
    const row = this.#memory[last] as Uint8Array;
    const length = Math.min(end - start, MAX_BYTES);
    for (let at = 0; at < length; at += 1) row[at] = bytes[start + at] as number;
    this.#lengths[last] = length;
    this.#last = last;
    this.#count = end - start > MAX_NOTE ? 0 : Math.min(this.#count + 1, MAX_ROWS);
    this.#hasNear = false;
  }

  /** A message begins: what stood above it says nothing about the next. */
  clear(): void {
    this.#count = 0;
  }

  /** The beginning of the last row, of whatever message it was written for. */
  get near(): string {
    if (!this.#hasNear) {
      this.#near = this.#text(this.#last, NEAR);
      this.#hasNear = true;
    }
    return this.#near;
  }

  /** The rows since the last message, the nearest first. */
  get rows(): readonly string[] {
    if (this.#count === 0) return NONE;
    const rows: string[] = [];
    for (let back = 0; back < this.#count; back += 1) {
      rows.push(this.#text((this.#last - back + MAX_ROWS) % MAX_ROWS, MAX_BYTES));
    }
    return rows;
  }

  #text(row: number, most: number): string {
    return latin1(this.#memory[row] as Uint8Array, 0, Math.min(this.#lengths[row] as number, most));
  }
}

const NONE: readonly string[] = [];
