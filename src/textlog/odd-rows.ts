import type { Draft } from './draft.ts';
import { latin1 } from '../sip/bytes.ts';
import type { Row } from './row.ts';

/** Rows in a row that fit nowhere before a message is given up, in its headers and in a prefixed body. */
const MAX_ODD = 4;

interface OddRow {
  /** What it would add to the row before; empty when it is surely no part of the message. */
  readonly bytes: Uint8Array;
  /** Null when it was counted already. */
  readonly row: Row | null;
}

/** Rows inside a message that are none of its own by their looks: kept until what follows says what they were. */
export class OddRows {
  #rows: OddRow[] = [];

  get any(): boolean {
    return this.#rows.length > 0;
  }

  get full(): boolean {
    return this.#rows.length >= MAX_ODD;
  }

  /** Keeps [at, end) of the row as text of the message that was torn or wrapped, if it can be. */
  keep(row: Row, at: number, foreign: boolean): void {
    const { bytes, start, end } = row;
    this.#rows.push({
      bytes: foreign || looksDated(bytes, at, end) ? new Uint8Array(0) : bytes.slice(at, end),
      row: { ...row, bytes: bytes.slice(start, end), start: 0, end: end - start },
    });
  }

  /** Counts one that is known to be foreign. */
  pass(): void {
    this.#rows.push({ bytes: new Uint8Array(0), row: null });
  }

  /** Another header row came: what stood between is the rest of the row before (torn or wrapped), or foreign. */
  join(draft: Draft, foreign: (row: Row) => void): void {
    for (const { bytes, row } of this.#rows) {
      if (bytes.length > 0) draft.join(bytes, 0, bytes.length);
      else if (row !== null) foreign(row);
    }
    this.clear();
  }

  /** None of them belonged to the message. */
  letGo(foreign: (row: Row) => void): void {
    const rows = this.#rows;
    if (rows.length === 0) return;
    this.#rows = [];
    for (const { row } of rows) if (row !== null) foreign(row);
  }

  clear(): void {
    if (this.#rows.length > 0) this.#rows = [];
  }
}

/** Whether a row begins like a log's own: a stamp or a bracket. */
function looksDated(bytes: Uint8Array, at: number, end: number): boolean {
  return /^\W{0,2}(?:\d{4}-\d\d|\d\d[:/]\d\d|\w{3} +\d{1,2} \d\d:\d\d)/.test(
    latin1(bytes, at, Math.min(end, at + 24)),
  );
}
