import type { Dialect, Facts, Rewrite } from '../dialect.ts';
import { BARESIP_ENDS } from './baresip.ts';

const TAG = 'Baresip Lib: ';
/** Rows of other tags in a row before the block is given up. */
const MAX_FOREIGN = 16;
/** What one block may hold, in rows and in characters. */
const MAX_ROWS = 1000;
const MAX_TEXT = 1 << 18;

/**
 * baresip on Android, through logcat: what baresip writes comes in pieces, and each piece is a row, so a prefix does not mean a new
 * line. The time of day in baresip's own row is the better one; logcat's has the day.
 */
export const baresipLogcat: Dialect = {
  id: 'baresip-logcat',
  patterns: [
    {
      mark: TAG,
      row: /(?<date>\d\d-\d\d) (?<logged>\d\d:\d\d:\d\d\.\d{3}) +\d+ +\d+ [VDIWEF] Baresip Lib: (?<time>\d\d:\d\d:\d\d\.\d{3})?#\s*$/,
      read: ({ date = '', time }, { groups }): Facts => ({
        date,
        time: time ?? groups?.['logged'] ?? '',
      }),
    },
    { mark: TAG, row: new RegExp(BARESIP_ENDS), adds: true },
  ],
  rewrite: rejoined,
};

/** Puts the pieces of each line together: a row that begins no line goes on with the one before. */
function rejoined(): Rewrite {
  const lines: string[] = [];
  let size = 0;
  let foreign = 0;
  /** Bytes of the body still to come; NaN among the header fields. */
  let left = Number.NaN;
  return (row) => {
    if (row === null) return lines.splice(0);
    const at = row.indexOf(TAG);
    if (at < 0) {
      foreign += 1;
      return foreign > MAX_FOREIGN ? false : null;
    }
    foreign = 0;
    if (left <= 0) return false;
    const piece = row.slice(at + TAG.length);
    size += piece.length;
    const goesOn = lines.length > 0 && !beginsLine(piece, lines, !Number.isNaN(left));
    if (goesOn) lines[lines.length - 1] += piece;
    else lines.push(piece);
    if (!Number.isNaN(left)) left -= piece.length + (goesOn ? 0 : 2);
    else if (piece.trim() === '' && lines.length > 1) left = bodyLength(lines);
    return lines.length > MAX_ROWS || size > MAX_TEXT ? lines.splice(0) : null;
  };
}

function beginsLine(piece: string, lines: readonly string[], inBody: boolean): boolean {
  if (piece.trim() === '') return true;
  if (!inBody) return /^[A-Za-z][\w-]{0,40} ?:(?= |$)/.test(piece);
  // Of other bodies nothing tells where a line begins.
  return !lines.some((line) => line.startsWith('v=0')) || /^[a-z]=/.test(piece);
}

/** Infinity when a body comes whose length nobody told. */
function bodyLength(lines: readonly string[]): number {
  const length = lines.find((line) => /^Content-Length ?: *\d/i.test(line));
  if (length !== undefined) return Number(/\d{1,7}/.exec(length)?.[0]);
  return lines.some((line) => /^Content-Type ?:/i.test(line)) ? Number.POSITIVE_INFINITY : 0;
}
