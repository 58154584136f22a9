import { terminalText } from '../terminal-text.ts';

/** What makes a spreadsheet read a cell as a formula, the full-width forms too. */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;
/** Where a semicolon separates cells, a formula may begin behind one. */
const AFTER_SEMICOLON = /;(?=\s*[=+\-@\uff0b\uff0d\uff1d\uff20])/g;

/** The CSV gate: a text that a spreadsheet shows and never computes, on one line and without anything that acts on a terminal. */
export function csvCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return terminalText(guarded.replace(AFTER_SEMICOLON, ";'"));
}
