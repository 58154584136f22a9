import { LF, QUOTE, SP, TAB } from '../sip/bytes.ts';

/** Longest object whose beginning is looked for, in bytes: a packet's dissection with all of its layers. */
const MAX_OBJECT = 1 << 15;
/** Blanks in front of the brace that opens a record, at most. */
const MAX_INDENT = 4;
const BRACE = 123;
const BRACE_END = 125;
const BRACKET = 91;
const BRACKET_END = 93;

/**
 * Where the object begins that is printed member by member and has the row at `from` in it; not in front of `least`. `from` itself when
 * the rows are no such object's.
 */
export function objectStart(bytes: Uint8Array, least: number, from: number): number {
  const limit = Math.max(least, from - MAX_OBJECT);
  for (let row = from; row >= limit;) {
    let at = row;
    while (bytes[at] === SP || bytes[at] === TAB) at += 1;
    const first = bytes[at];
    if (at === row || !isOfObject(first)) return row === from ? from : limitOf(row, bytes);
    if (first === BRACE && at - row <= MAX_INDENT) return row;
    if (row === limit) return row;
    row = Math.max(limit, bytes.lastIndexOf(LF, row - 2) + 1);
  }
  return from;
}

/** The row behind one that is no member. */
function limitOf(row: number, bytes: Uint8Array): number {
  return bytes.indexOf(LF, row) + 1;
}

function isOfObject(byte: number | undefined): boolean {
  if (byte === QUOTE || byte === BRACE || byte === BRACE_END) return true;
  // A value in an array: a bracket, a number, a word.
  return (
    byte === BRACKET || byte === BRACKET_END || (byte !== undefined && byte >= 45 && byte < 123)
  );
}
