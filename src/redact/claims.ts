import type { Names } from './names.ts';
import { uri } from './uri.ts';

/** Claims and header values of a PASSporT that say nothing about anybody (RFC 8225, RFC 8588). */
const KEPT: readonly string[] = ['alg', 'typ', 'ppt', 'attest'];

/** The texts of a JSON object hidden by the name of the member that they stand in; numbers stay. */
export function hideClaims(json: string, names: Names): string {
  let made = '';
  let member = '';
  let at = 0;
  while (at < json.length) {
    const open = json.indexOf('"', at);
    const close = open < 0 ? -1 : closingQuote(json, open + 1);
    if (close < 0) break;
    const text = json.slice(open + 1, close);
    const isMember = /^\s{0,16}:/.test(json.slice(close + 1, close + 18));
    if (isMember) member = text;
    made += `${json.slice(at, open)}"${isMember ? text : hideValue(member, text, names)}"`;
    at = close + 1;
  }
  return made + json.slice(at);
}

function closingQuote(json: string, from: number): number {
  for (let at = from; at < json.length; at += 1) {
    if (json.charAt(at) === '\\') at += 1;
    else if (json.charAt(at) === '"') return at;
  }
  return -1;
}

function hideValue(member: string, text: string, names: Names): string {
  if (KEPT.includes(member)) return text;
  if (member === 'tn') return names.number(text);
  if (member === 'uri' || member === 'x5u') return uri(text, names);
  // Escapes of JSON stay as they are.
  return text
    .split(/(\\u[0-9a-f]{4}|\\.)/i)
    .map((part, at) => (at % 2 === 1 ? part : names.strict(part)))
    .join('');
}
