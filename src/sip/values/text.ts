/** Small tools that the value parsers share. All of them are total and linear. */

/** Longest header value that is looked into, in characters: what lies behind is not parsed (hostile input). */
export const MAX_VALUE = 8192;

export function capped(text: string): string {
  return text.length > MAX_VALUE ? text.slice(0, MAX_VALUE) : text;
}

const QUOTE = 34;
const BACKSLASH = 92;

/** Index of the quote that closes the string which opens at `at`, -1 when it never closes. */
export function closingQuote(text: string, at: number): number {
  let position = at + 1;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === QUOTE) return position;
    position += code === BACKSLASH ? 2 : 1;
  }
  return -1;
}

/** Index just behind the quoted string that opens at `at`; the end of the text when it never closes. */
export function skipQuoted(text: string, at: number): number {
  const close = closingQuote(text, at);
  return close < 0 ? text.length : close + 1;
}

/** First index of `char` outside quoted strings from `from` on, -1 when there is none. */
export function indexOutsideQuotes(text: string, char: string, from = 0): number {
  const wanted = char.charCodeAt(0);
  let position = from;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (code === wanted) return position;
    position = code === QUOTE ? skipQuoted(text, position) : position + 1;
  }
  return -1;
}

/** Pieces between separators that stand outside quoted strings; trimmed, empty ones kept. */
export function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (;;) {
    const end = indexOutsideQuotes(text, separator, start);
    if (end < 0) break;
    parts.push(text.slice(start, end).trim());
    start = end + 1;
  }
  parts.push(text.slice(start).trim());
  return parts;
}

/** Content of a quoted string (RFC 3261 §25.1), escapes undone; any other text comes back trimmed. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('"')) return trimmed;
  const close = closingQuote(trimmed, 0);
  const inner = trimmed.slice(1, close < 0 ? trimmed.length : close);
  return inner.includes('\\') ? inner.replace(/\\(.)/gs, '$1') : inner;
}

/** A whole decimal number within `0…max`, null for anything else. */
export function decimal(text: string, max = Number.MAX_SAFE_INTEGER): number | null {
  if (text.length === 0 || text.length > 16 || !/^\d+$/.test(text)) return null;
  const value = Number(text);
  return value <= max ? value : null;
}
