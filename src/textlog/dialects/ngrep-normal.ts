import { METHODS } from '../../sip/methods.ts';
import type { Dialect, Rewrite } from '../dialect.ts';
import { unprefixed } from '../rewriting/unprefixed.ts';

/** Rows of one packet that are kept. */
const MAX_ROWS = 2000;
const INDENT = '  ';
const WORDS = ['SIP/2.0', ...METHODS];
/** CRLF is two dots, as any two bytes that cannot be printed are: it is one where a header field, a fold or nothing follows. */
const LINE_END = /\.\.(?=[A-Za-z][\w-]{0,40} ?:|[ \t]|$)/;
const HEADER_END = /\.{4}(?![A-Za-z][\w-]{0,40} ?:)/;
const BODY_LINE_END = /\.\.(?=[a-z]=|[ \t]|<|-|$)/;

/**
 * ngrep without `-W` (ngrep.c, dump_formatted): behind the row that `-W byline` has too, the packet's bytes in rows of the terminal's
 * width, two blanks in front, the last one filled up. What cannot be printed is a dot. `-W single` puts them behind the row itself.
 */
export const ngrepNormal: Dialect = {
  id: 'ngrep-normal',
  patterns: [
    ...WORDS.map((word) => ({
      mark: `${INDENT}${word} `,
      row: new RegExp(`(^|\\s)${INDENT}(?=${word} [^ ]).*$`),
      behind: ['ngrep-byline'],
    })),
    {
      mark: ' -> ',
      row: new RegExp(
        String.raw`(?:^|[^\w])(?<transport>[UT])(?:\(\d+\))? (?:(?<time>\d{4}/\d\d/\d\d \d\d:\d\d:\d\d\.\d+|\+\d+\.\d+) )?(?<from>\S+:\d+) -> (?<to>\S+:\d+)(?: \[[A-Z]*\])?(?: #\d+)? (?<first>(?:${WORDS.join('|')}) [^ ].*)$`,
      ),
      read: (facts) => ({ ...facts, transport: facts.transport === 'T' ? 'tcp' : 'udp' }),
      text: (match, row) =>
        unwrapped([row.slice(row.indexOf(match.groups?.first ?? ''))]).join('\r\n'),
    },
  ],
  rewrite(match, _facts, first): Rewrite {
    const content = unprefixed(first.slice(0, match.index + (match[1]?.length ?? 0)));
    const rows = [content(first).slice(INDENT.length)];
    return (row) => {
      if (row === null) return unwrapped(rows);
      const text = content(row);
      if (!text.startsWith(INDENT) || rows.length >= MAX_ROWS) return false;
      rows.push(text.slice(INDENT.length));
      return null;
    };
  },
};

/** The rows of the message. Blanks at a row's end belong to it, even where a copy has lost them. */
function unwrapped(rows: readonly string[]): string[] {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  const last = rows.length - 1;
  const text = rows.map((row, at) => (at < last ? row.padEnd(width) : row.trimEnd())).join('');
  const end = text.search(HEADER_END);
  if (end < 0) return text.split(LINE_END);
  return [...text.slice(0, end).split(LINE_END), '', ...text.slice(end + 4).split(BODY_LINE_END)];
}
