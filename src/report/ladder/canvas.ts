import { type Line, type Piece, piece } from '../line.ts';
import { terminalText } from '../terminal-text.ts';
import { displayWidth } from '../width.ts';
import type { Lanes } from './lanes.ts';

/** A piece of a row and the column it begins at. */
export interface Placed {
  readonly column: number;
  readonly piece: Piece;
}

const widthOf = (text: string): number => displayWidth(terminalText(text));

/** One row of the ladder: the lanes' lines, hidden where something is placed over them. */
export function drawRow(lanes: Lanes, placed: readonly Placed[], bar = '│'): Line {
  const taken = placed.map(
    ({ column, piece: { text } }) => [column, column + widthOf(text)] as const,
  );
  const bars: Placed[] = lanes.names
    .map((_, lane) => lanes.column(lane))
    .filter((column) => !taken.some(([from, until]) => column >= from && column < until))
    .map((column) => ({ column, piece: piece(bar, 'dim') }));
  const row: Piece[] = [];
  let used = 0;
  for (const { column, piece: part } of [...bars, ...placed].sort((a, b) => a.column - b.column)) {
    if (column > used) row.push(piece(' '.repeat(column - used)));
    row.push(part);
    used = Math.max(used, column) + widthOf(part.text);
  }
  return row;
}
