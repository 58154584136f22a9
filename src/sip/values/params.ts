import { capped, splitOutsideQuotes, unquote } from './text.ts';

/** `;name=value` parameters: names in lower case, quotes removed, '' for a bare name, the first of equals wins. */
export type Params = ReadonlyMap<string, string>;

export const NO_PARAMS: Params = new Map();

/** Most parameters that are kept of one value. */
const MAX_PARAMS = 128;

/** Parses `;a=1;b` (the first semicolon may be missing); `separator` is `,` for digest fields, `&` for URI headers. */
export function parseParams(text: string, separator = ';'): Params {
  if (text.length === 0) return NO_PARAMS;
  const params = new Map<string, string>();
  for (const part of splitOutsideQuotes(capped(text), separator)) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    if (name === '' || params.has(name)) continue;
    params.set(name, equals < 0 ? '' : unquote(part.slice(equals + 1)));
    if (params.size === MAX_PARAMS) break;
  }
  return params;
}
