/** Aligned columns for long lists. Every cell passes the terminal gate here. */
import { dim, type Piece } from './line.ts';
import type { Palette } from './palette.ts';
import { terminalText } from './terminal-text.ts';
import { displayWidth, truncated } from './width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Columns that may be cut down to this width when the table is too wide. */
  readonly min?: number;
}

export const COLUMN_GAP = 2;
/** Even the last columns of a narrow terminal show this much. */
const LEAST = 5;

/** Cuts the widest column that may be cut until `excess` is gone; returns what is left of it. */
function shrink(widths: number[], limits: readonly (number | undefined)[], excess: number): number {
  let left = excess;
  while (left > 0) {
    let widest = -1;
    for (const [index, limit] of limits.entries()) {
      const size = widths[index] ?? 0;
      if (limit !== undefined && size > limit && size > (widths[widest] ?? 0)) widest = index;
    }
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    left -= 1;
  }
  return left;
}

/** Natural widths, cut until a row fits into `width` columns. */
export function columnWidths(
  columns: readonly Column[],
  rows: Iterable<readonly Piece[]>,
  width: number,
): number[] {
  const widths = columns.map(({ title }) => displayWidth(title));
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(terminalText(cell.text)));
    }
  }
  const natural = widths.reduce((sum, one) => sum + one, 0) + COLUMN_GAP * (columns.length - 1);
  const limits = columns.map(({ min }) => min);
  const left = shrink(widths, limits, natural - width);
  shrink(
    widths,
    limits.map((limit) => (limit === undefined ? undefined : LEAST)),
    left,
  );
  return widths;
}

/** Rows in aligned columns, one at a time: a list of 100,000 calls streams. */
export function* columnText(
  columns: readonly Column[],
  rows: Iterable<readonly Piece[]>,
  widths: readonly number[],
  palette: Palette,
): Iterable<string> {
  const gap = ' '.repeat(COLUMN_GAP);
  const cell = ({ text, style }: Piece, index: number): string => {
    const width = widths[index] ?? 0;
    const cut = truncated(terminalText(text), width);
    const blank = ' '.repeat(width - displayWidth(cut));
    const shown = style === undefined || cut === '' ? cut : palette[style](cut);
    return columns[index]?.align === 'right' ? blank + shown : shown + blank;
  };
  yield `${columns
    .map(({ title }, index) => cell(dim(title), index))
    .join(gap)
    .trimEnd()}\n`;
  for (const row of rows) yield `${row.map(cell).join(gap).trimEnd()}\n`;
}
