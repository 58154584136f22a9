import type { SdpLine } from './description.ts';

/** Most lines of one description that are kept. */
export const MAX_LINES = 2048;
/** Longest line that is kept whole, in characters. */
const MAX_LINE = 4096;

/** The lines of a description; ends of CRLF, LF and CR alike (RFC 8866 §9 asks receivers to accept LF). */
export function linesOf(text: string): { readonly lines: SdpLine[]; readonly more: boolean } {
  const lines: SdpLine[] = [];
  let start = 0;
  while (start < text.length) {
    if (lines.length === MAX_LINES) return { lines, more: true };
    const end = lineEnd(text, start);
    lines.push(lineOf(text.slice(start, Math.min(end, start + MAX_LINE)), lines.length + 1));
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  // Empty lines at the end are padding of the body.
  while (lines.length > 0 && isEmpty(lines.at(-1) as SdpLine)) lines.pop();
  return { lines, more: false };
}

function isEmpty({ type, value }: SdpLine): boolean {
  return type === '' && value === '';
}

function lineEnd(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) break;
  }
  return end;
}

function lineOf(text: string, number: number): SdpLine {
  const typed = text.charCodeAt(1) === 61 && /^[a-z]/i.test(text);
  return typed
    ? { number, type: text.charAt(0), value: text.slice(2).trim() }
    : { number, type: '', value: text.trim() };
}
