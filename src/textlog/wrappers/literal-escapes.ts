import { holdsMessage } from './held-message.ts';
import type { Wrapper } from './wrapper.ts';

const ESCAPE = /\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-7]{3}|[\s\S])/g;
const NAMED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  b: '\b',
  f: '\f',
};

/** Undoes the escapes of C, JSON, Go and Python strings; text is one character a byte (UTF-8). */
export function unescaped(text: string): string {
  const first = text.indexOf('\\');
  if (first < 0) return text;
  // A collector's row has nothing but its line end.
  if (first === text.length - 2 && text.endsWith('n')) return `${text.slice(0, -2)}\n`;
  return text.replace(ESCAPE, (_, code: string) => {
    if (code.length === 1) return NAMED[code] ?? code;
    if (code.startsWith('u')) return utf8Of(Number.parseInt(code.slice(1), 16));
    return String.fromCharCode(
      Number.parseInt(code.replace('x', ''), code.startsWith('x') ? 16 : 8) & 255,
    );
  });
}

/** Index of the quote that closes the string whose content begins at `start`; the row's length when it goes on behind it. */
export function stringEnd(row: string, start: number): number {
  for (let at = start; at < row.length; at += 1) {
    const char = row[at];
    if (char === '\\') at += 1;
    else if (char === '"') return at;
  }
  return row.length;
}

function utf8Of(point: number): string {
  if (point < 0x80) return String.fromCharCode(point);
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), 0x80 | (point & 63));
  return String.fromCharCode(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
}

/** A whole message on one row, its line ends written as `\r\n`: a debugger's or a program's string. */
const WHOLE =
  /(?:SIP\\?\/2\.0(?: [1-6]\d\d [^\\]{0,200})?)\\{1,2}(?:r\\{1,2}n|n|015\\{1,2}012)[A-Za-z-]{1,30} ?:/;

export const literalEscapes: Wrapper = {
  id: 'literal-escapes',
  mark: '\\',
  unwrap(row) {
    if (!WHOLE.test(row) || holdsMessage(row)) return null;
    let text = unescaped(row);
    if (WHOLE.test(text)) text = unescaped(text);
    // What closes the string behind the message is not part of it.
    return { text: text.replace(/(\r?\n)["'][^\n]{0,80}$/, '$1') };
  },
};
