import type { Wanted } from './wanted.ts';
import { LogPicker } from './log-picker.ts';

/** Rows that are looked at; more are taken as they are. */
const MAX_BYTES = 64 << 20;

/** Rows of a log that were picked, until it is known that they can be read without the others. */
export class RowProof {
  readonly rows: Uint8Array[] = [];
  #bytes = 0;

  add(row: Uint8Array): void {
    this.rows.push(row);
    this.#bytes += row.length;
  }

  /** Whether the rows alone tell of the same wanted messages as the whole log; `read` reads them into the target. */
  holds({ told }: LogPicker, wanted: Wanted, read: (target: LogPicker) => void): boolean {
    if (this.#bytes > MAX_BYTES) return true;
    const picker = new LogPicker(wanted);
    read(picker);
    return (
      picker.told.length === told.length && picker.told.every((one, at) => Object.is(one, told[at]))
    );
  }
}
