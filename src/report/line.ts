/**
 * Lines are built of pieces and become strings in `paint` alone, which sends each piece through the terminal gate. A
 * renderer cannot forget the gate, because it never makes the string.
 */
import { PLAIN, type Palette, type Style } from './palette.ts';
import { terminalText } from './terminal-text.ts';
import { displayWidth } from './width.ts';

export interface Piece {
  readonly text: string;
  readonly style?: Style;
}

export type Line = readonly Piece[];

export function piece(text: string, style?: Style): Piece {
  return style === undefined ? { text } : { text, style };
}

export const strong = (text: string): Piece => piece(text, 'strong');
export const dim = (text: string): Piece => piece(text, 'dim');

export const EMPTY: Line = [];

export function lineWidth(line: Line): number {
  let width = 0;
  for (const { text } of line) width += displayWidth(terminalText(text));
  return width;
}

/** The line as it goes to the terminal, without its line end. */
export function paint(line: Line, palette: Palette = PLAIN): string {
  let out = '';
  let held = '';
  let current: Style | undefined;
  const flush = (): void => {
    out += current === undefined || held === '' ? held : palette[current](held);
    held = '';
  };
  for (const { text, style } of line) {
    if (style !== current) flush();
    current = style;
    held += terminalText(text);
  }
  flush();
  return out.trimEnd();
}
