/** The only door to cli-table3. Cells pass the terminal gate and are cut here; the library only lays them out. */
import Table from 'cli-table3';
import type { Piece } from './line.ts';
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
/** Rows laid out at a time: a table of 100,000 calls streams. */
const BATCH = 256;
const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(COLUMN_GAP),
};

/** Natural widths, with the widest flexible column cut until the row fits. */
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
  let excess =
    widths.reduce((sum, one) => sum + one, 0) + COLUMN_GAP * (columns.length - 1) - width;
  while (excess > 0) {
    let widest = -1;
    for (const [index, { min }] of columns.entries()) {
      const size = widths[index] ?? 0;
      if (min !== undefined && size > min && size > (widths[widest] ?? 0)) widest = index;
    }
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function layOut(rows: readonly string[][], columns: readonly Column[], widths: number[]): string {
  const table = new Table({
    chars: NO_BORDERS,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: widths,
    colAligns: columns.map(({ align }) => align ?? 'left'),
  });
  table.push(...rows);
  return `${table.toString().replace(/[ \t]+$/gm, '')}\n`;
}

/** The table in whole lines, its head first. */
export function* tableText(
  columns: readonly Column[],
  rows: readonly (readonly Piece[])[],
  width: number,
  palette: Palette,
): Iterable<string> {
  const widths = columnWidths(columns, rows, width);
  const cell = ({ text, style }: Piece, index: number): string => {
    const cut = truncated(terminalText(text), widths[index] ?? 0);
    return style === undefined ? cut : palette[style](cut);
  };
  let batch = [columns.map(({ title }, index) => cell({ text: title, style: 'dim' }, index))];
  for (const row of rows) {
    batch.push(row.map(cell));
    if (batch.length < BATCH) continue;
    yield layOut(batch, columns, widths);
    batch = [];
  }
  if (batch.length > 0) yield layOut(batch, columns, widths);
}
