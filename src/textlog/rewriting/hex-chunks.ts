import { hexRow } from './hex-row.ts';

/** Longest row that is put together, in characters. */
const MAX_ROW = 1 << 16;

/** Rows of text out of the rows of a byte stream's hex dump. */
export class HexChunks {
  /** What the dump has shown of a row whose line end has not come. */
  #open = '';

  /** The rows that end in this row of the dump; null when it is none. */
  take(row: string): string[] | null {
    const dumped = hexRow(row);
    if (dumped === null) return null;
    const rows = (this.#open + String.fromCharCode(...dumped.bytes)).split('\n');
    this.#open = rows.pop() ?? '';
    if (this.#open.length > MAX_ROW) rows.push(...this.flush());
    return rows;
  }

  /** What is held back: the other node speaks, or the dump is over. */
  flush(): string[] {
    const open = this.#open;
    this.#open = '';
    return open === '' ? [] : [open];
  }
}
