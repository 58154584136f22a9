/** The only door to csv-stringify, which quotes as RFC 4180 asks. Loaded when a CSV is written. */
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** Rows as text, each with its line end. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], { record_delimiter: 'windows' });
}
