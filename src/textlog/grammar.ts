import { ascii, COLON, CR, latin1, matchesAt, SP, TAB, TOKEN } from '../sip/bytes.ts';
import { METHODS } from '../sip/methods.ts';

/** Longest row that is searched for a start line, in bytes. */
const MAX_ROW = 8192;
/** Longest header name that is believed. */
const MAX_NAME = 256;

/** Fields that every SIP message has, or that nothing but SIP has. */
const OWN = [
  'via',
  'call-id',
  'cseq',
  'max-forwards',
  'contact',
  'route',
  'record-route',
  'v',
  'i',
  'm',
];
/** Fields that real messages have, but mail and the web have some of them too. */
const SHARED = [
  ...['from', 'to', 'f', 't', 'content-length', 'l', 'content-type', 'c', 'user-agent', 'server'],
  ...['allow', 'supported', 'expires', 'date', 'require', 'event'],
  ...['subject', 'reason', 'warning', 'organization'],
];
const OWN_NAMES = new Set(OWN);
const VIA = ascii('via');
const KNOWN_NAMES = new Set([...OWN, ...SHARED]);

export function isBlank(byte: number | undefined): boolean {
  return byte === SP || byte === TAB || byte === CR || byte === 0xa0;
}

/** End of [start, end) without blanks. */
export function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(bytes[at - 1])) at -= 1;
  return at;
}

/** What kind of header row stands at `start`; `Own` is known, and nothing but SIP has it. */
export const HeaderKind = { None: 0, Any: 1, Known: 2, Own: 3 } as const;

/** Whether [start, end) is a header field: a name that begins with a letter, a colon, a blank (or a name of SIP's own). */
export function headerAt(bytes: Uint8Array, start: number, end: number): number {
  const first = (bytes[start] as number) | 32;
  if (start >= end || first < 97 || first > 122) return HeaderKind.None;
  const limit = Math.min(end, start + MAX_NAME);
  let at = start + 1;
  while (at < limit && TOKEN[bytes[at] as number] === 1) at += 1;
  const nameEnd = at;
  while (at < limit && (bytes[at] === SP || bytes[at] === TAB)) at += 1;
  if (bytes[at] !== COLON || at >= limit) return HeaderKind.None;
  const kind = nameKind(bytes, start, nameEnd);
  if (kind !== HeaderKind.Any) return kind;
  return at + 1 >= end || isBlank(bytes[at + 1]) ? HeaderKind.Any : HeaderKind.None;
}

/** What kind of field has the name [start, end). */
export function nameKind(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 14) return HeaderKind.Any;
  // The first field of nearly every message.
  if (end - start === 3 && matchesAt(bytes, start, end, VIA)) return HeaderKind.Own;
  const name = latin1(bytes, start, end).toLowerCase();
  if (!KNOWN_NAMES.has(name)) return HeaderKind.Any;
  return OWN_NAMES.has(name) ? HeaderKind.Own : HeaderKind.Known;
}

const REQUEST =
  /(?:^|[^A-Za-z])([A-Za-z][A-Za-z0-9_-]{1,31}) {1,4}[A-Za-z][A-Za-z0-9+.-]{1,15}:[^ ]{1,4000}(?:[ \u00a0]protected\][^ ]{0,200})? {1,4}SIP\/2\.0(?:\.|\^M|\\r)?$/;
/** A registered method behind binary rubbish that happens to end in a letter. */
const GLUED_METHOD = new RegExp(`(?:${METHODS.join('|')})$`);

/**
 * Column (index into `bytes`) of the start line that ends this row, or -1. `version` is where the row has `SIP/2.0`. Anything
 * may stand in front: the rows that follow decide whether it was one.
 */
export function startLineAt(
  bytes: Uint8Array,
  start: number,
  end: number,
  version: number,
): number {
  const tail = trimmedEnd(bytes, start, end);
  const after = version + 7;
  if (after < tail) {
    const next = bytes[after];
    // Via, and what is not at the end of the row: nearly every row that is looked at.
    if (next !== SP && next !== 46 && next !== 94 && next !== 92) return -1;
    if (next === SP) return responseCode(bytes, after + 1, tail) ? version : -1;
  }
  if (tail - start > MAX_ROW) return -1;
  const match = REQUEST.exec(latin1(bytes, start, tail));
  if (match === null) return -1;
  const [whole, token = ''] = match;
  const method = GLUED_METHOD.exec(token)?.[0] ?? token;
  if (!/^[A-Z]/.test(method)) return -1;
  const at = start + match.index + whole.indexOf(token) + token.length - method.length;
  // The end of a method with an escape in it is none.
  return /%[\dA-Fa-f]{2}$/.test(latin1(bytes, Math.max(start, at - 3), at)) ? -1 : at;
}

/**
 * Index of the start line that ends the row [start, end), whatever stands in front of it, if it is an ordinary one, as nearly every
 * one is; -1 for what is unusual in any way. `version` is where the row has `SIP/2.0`.
 */
export function startLineBehind(
  bytes: Uint8Array,
  start: number,
  end: number,
  version: number,
): number {
  if (bytes[version + 7] === SP) return responseCode(bytes, version + 8, end) ? version : -1;
  if (version + 7 !== end || bytes[version - 1] !== SP) return -1;
  const least = Math.max(start, version - 4000);
  let at = version - 2;
  while (at > least && bytes[at] !== SP) at -= 1;
  const scheme = at + 1;
  at -= 1;
  while (at >= least && isUpper(bytes[at])) at -= 1;
  const method = at + 1;
  if (method > start && bytes[at] !== SP && bytes[at] !== TAB) return -1;
  return isRequestLine(bytes, method, scheme, version) ? method : -1;
}

/** Whether a method of letters, and a URI with a scheme, stand where they were found. */
function isRequestLine(
  bytes: Uint8Array,
  method: number,
  scheme: number,
  version: number,
): boolean {
  const letters = scheme - 1 - method;
  if (letters < 2 || letters > 31) return false;
  let at = scheme;
  while (isLower(bytes[at])) at += 1;
  return at - scheme >= 2 && at - scheme <= 16 && bytes[at] === COLON && at + 1 < version - 1;
}

/** Three digits and a blank, or the end of the row (RFC 3261 §7.2). */
function responseCode(bytes: Uint8Array, at: number, end: number): boolean {
  let code = at;
  while (code < end && bytes[code] === SP) code += 1;
  const first = bytes[code] as number;
  if (code + 3 > end || first < 49 || first > 54) return false;
  if (!isDigit(bytes[code + 1]) || !isDigit(bytes[code + 2])) return false;
  const next = code + 3 < end ? bytes[code + 3] : SP;
  return next === SP || next === TAB || next === 46 || next === 94 || next === 92;
}

function isUpper(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 65 && byte <= 90;
}

function isLower(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 97 && byte <= 122;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

/** Whether the row begins a body: SDP, XML or a boundary (for logs that lose the empty line). */
export function beginsBody(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] === 118 && bytes[start + 1] === 61 && bytes[start + 2] === 48) return true;
  if (bytes[start] === 60 && bytes[start + 1] === 63) return true;
  return (
    bytes[start] === 45 && bytes[start + 1] === 45 && end - start > 4 && bytes[start + 2] !== 45
  );
}

/** Whether the row is a line of SDP: one letter and `=` (RFC 8866 §5). */
export function isSdpLine(bytes: Uint8Array, start: number, end: number): boolean {
  const letter = bytes[start] as number;
  return end - start >= 2 && bytes[start + 1] === 61 && letter >= 97 && letter <= 122;
}
