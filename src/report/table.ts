/**
 * The only door to cli-table3: small tables whose last column wraps. (Long lists are `columns.ts`: the library takes
 * 0.2 ms a row.) Cells pass the terminal gate here.
 */
import Table from 'cli-table3';
import type { Piece } from './line.ts';
import type { Palette } from './palette.ts';
import { terminalText } from './terminal-text.ts';
import { displayWidth } from './width.ts';

const GAP = 2;

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
  middle: ' '.repeat(GAP),
};

const MIN_LAST = 24;

/** A table of `width` columns; all but the last column keep their natural width. */
export function tableText(
  rows: readonly (readonly Piece[])[],
  width: number,
  palette: Palette,
): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, { text }] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(terminalText(text)));
    }
  }
  const last = widths.length - 1;
  const fixed = widths.slice(0, last).reduce((sum, one) => sum + one + GAP, 0);
  widths[last] = Math.max(MIN_LAST, Math.min(widths[last] ?? 0, width - fixed));
  const table = new Table({
    chars: NO_BORDERS,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: widths,
    wordWrap: true,
  });
  for (const row of rows) {
    table.push(
      row.map(({ text, style }) => {
        const safe = terminalText(text);
        return style === undefined ? safe : palette[style](safe);
      }),
    );
  }
  return `${table.toString().replace(/[ \t]+$/gm, '')}\n`;
}
