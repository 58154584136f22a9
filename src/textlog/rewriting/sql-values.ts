import { unescaped } from '../wrappers/literal-escapes.ts';

/** Values of a row that are kept. */
const MAX_VALUES = 256;
const BARE = /[^\s,()']+/y;

/** The rows of `(1,'text',NULL),(2,…)` from index `from` on, quotes and escapes undone; the last may be cut off. */
export function sqlRows(text: string, from: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '(') row = [];
    else if (char === ')') {
      rows.push(row);
      row = [];
    } else if (char === "'") {
      const end = quoteEnd(text, at + 1);
      if (row.length < MAX_VALUES) {
        row.push(unescaped(text.slice(at + 1, end).replaceAll("''", "'")));
      }
      at = end;
    } else if (char === ';') break;
    else {
      BARE.lastIndex = at;
      const value = BARE.exec(text)?.[0];
      if (value === undefined) continue;
      if (row.length < MAX_VALUES) row.push(value);
      at += value.length - 1;
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Index of the quote that ends a text; a doubled one, or one behind a backslash, is part of it. */
function quoteEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === "'") {
      if (text[at + 1] !== "'") return at;
      at += 1;
    }
  }
  return text.length;
}
