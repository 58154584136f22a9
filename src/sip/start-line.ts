import { ascii, CR, LF, matchesAt, SP, TAB, TOKEN } from './bytes.ts';
import { LENIENCY } from './leniency.ts';
import { findByte, word, wordsOf } from './words.ts';

/** Longest start line that is believed, in bytes. */
const MAX_START_LINE = 8192;
/** Longest method token that is believed, in bytes. */
const MAX_METHOD = 8000;

const SIP_VERSION = ascii('sip/');
/** The same as words, for the usual spelling. */
const SIP = word('SIP/');
const VERSION_2 = word('2.0 ');
const SCHEMES = ['sip:', 'sips:', 'tel:', 'urn:'].map(ascii);

/** Result of `findStartLine`: reused, read it before the next call. */
export interface StartLine {
  /** First byte of the start line. */
  start: number;
  /** Index of the LF that ends it (or `end`). */
  lineEnd: number;
  /** Requests: end of the method token; responses: 0. */
  methodEnd: number;
  /** Responses: the status code; requests: 0. */
  status: number;
  /** `LENIENCY` bits. */
  leniency: number;
}

/**
 * Recognises a SIP start line (RFC 3261 §7.1, §7.2) at the head of a payload, by content alone. Leading CRLFs are
 * skipped. Returns false for anything else, most often after the first byte.
 */
export function findStartLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: StartLine,
): boolean {
  let at = start;
  let leniency = 0;
  while (at < end && (bytes[at] === CR || bytes[at] === LF)) {
    at += 1;
    leniency = LENIENCY.leadingCrlf;
  }
  if (at + 12 > end || TOKEN[bytes[at] as number] === 0) return false;
  out.start = at;
  out.leniency = leniency;
  const words = wordsOf(bytes);
  if (words.getInt32(at, true) === SIP && words.getInt32(at + 4, true) === VERSION_2) {
    return readUsualStatusLine(bytes, words, at, end, out) || readStatusLine(bytes, at, end, out);
  }
  return bytes[at + 3] === 47 && matchesAt(bytes, at, end, SIP_VERSION)
    ? readStatusLine(bytes, at, end, out)
    : readRequestLine(bytes, at, end, out);
}

/** "SIP/2.0 200 OK", as nearly every response begins; false when there is anything to look at more closely. */
function readUsualStatusLine(
  bytes: Uint8Array,
  words: DataView,
  at: number,
  end: number,
  out: StartLine,
): boolean {
  const hundreds = (bytes[at + 8] as number) - 48;
  const tens = (bytes[at + 9] as number) - 48;
  const ones = (bytes[at + 10] as number) - 48;
  if (hundreds < 1 || hundreds > 6 || tens < 0 || tens > 9 || ones < 0 || ones > 9) return false;
  if (bytes[at + 11] !== SP) return false;
  const limit = Math.min(end, at + MAX_START_LINE);
  const lineEnd = findByte(bytes, words, at + 12, limit, LF);
  if (lineEnd === limit) return false;
  out.status = hundreds * 100 + tens * 10 + ones;
  out.methodEnd = 0;
  out.lineEnd = lineEnd;
  return true;
}

function readStatusLine(bytes: Uint8Array, at: number, end: number, out: StartLine): boolean {
  // "SIP/2.0 200 OK": version digits, a blank, three digits.
  if (!isVersion(bytes, at + 4)) return false;
  let code = at + 7;
  if (bytes[code] !== SP) return false;
  while (code < end && bytes[code] === SP) code += 1;
  if (code + 3 > end) return false;
  if (!isDigit(bytes[code]) || !isDigit(bytes[code + 1]) || !isDigit(bytes[code + 2])) return false;
  let codeEnd = code;
  while (codeEnd < end && isDigit(bytes[codeEnd])) codeEnd += 1;
  let status = 0;
  for (let digit = code; digit < codeEnd && digit < code + 10; digit += 1) {
    status = status * 10 + (bytes[digit] as number) - 48;
  }
  const next = codeEnd < end ? bytes[codeEnd] : LF;
  // Status 0 stands for "request" from here on, so a 000 cannot be shown as a response.
  if (status === 0 || (next !== SP && next !== CR && next !== LF)) return false;
  if (bytes[at + 4] !== 50 || bytes[at + 6] !== 48) out.leniency |= LENIENCY.badVersion;
  if (status < 100 || status > 699 || code !== at + 8) out.leniency |= LENIENCY.badStartLine;
  out.status = status;
  out.methodEnd = 0;
  out.lineEnd = lineEndAt(bytes, codeEnd, end);
  return out.lineEnd >= 0;
}

function readRequestLine(bytes: Uint8Array, at: number, end: number, out: StartLine): boolean {
  let methodEnd = at + 1;
  const methodLimit = Math.min(end, at + MAX_METHOD);
  while (methodEnd < methodLimit && TOKEN[bytes[methodEnd] as number] === 1) methodEnd += 1;
  if (methodEnd >= end || bytes[methodEnd] !== SP) return false;
  const lineEnd = lineEndAt(bytes, methodEnd, end);
  if (lineEnd < 0) return false;
  let tail = lineEnd;
  while (tail > methodEnd && isBlank(bytes[tail - 1] as number)) tail -= 1;
  let uri = methodEnd;
  while (uri < tail && bytes[uri] === SP) uri += 1;
  out.status = 0;
  out.methodEnd = methodEnd;
  out.lineEnd = lineEnd;
  let version = tail;
  while (version > uri && bytes[version - 1] !== SP) version -= 1;
  if (version > uri && matchesAt(bytes, version, tail, SIP_VERSION)) {
    if (version + 7 > tail || !isVersion(bytes, version + 4)) return false;
    // "SIP/2.0" and nothing else.
    if (bytes[version + 4] !== 50 || bytes[version + 6] !== 48 || tail !== version + 7) {
      out.leniency |= LENIENCY.badVersion;
    }
    const blanksAfter = lineEnd - tail - (bytes[lineEnd - 1] === CR ? 1 : 0);
    if (uri !== methodEnd + 1 || blanksAfter > 0 || hasBlank(bytes, uri, version - 1)) {
      out.leniency |= LENIENCY.badStartLine;
    }
    return true;
  }
  // A line without a version is believed only with a URI scheme that belongs to SIP, all alone behind the method.
  for (const scheme of SCHEMES) {
    if (matchesAt(bytes, uri, tail, scheme) && !hasBlank(bytes, uri, tail) && lineEnd < end) {
      out.leniency |= LENIENCY.badVersion | LENIENCY.badStartLine;
      return true;
    }
  }
  return false;
}

/** Digit, dot, digit. */
function isVersion(bytes: Uint8Array, at: number): boolean {
  return isDigit(bytes[at]) && bytes[at + 1] === 46 && isDigit(bytes[at + 2]);
}

function lineEndAt(bytes: Uint8Array, from: number, end: number): number {
  const limit = Math.min(end, from + MAX_START_LINE);
  const at = findByte(bytes, wordsOf(bytes), from, limit, LF);
  return at < limit || limit === end ? at : -1;
}

function hasBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] === SP || bytes[at] === TAB) return true;
  return false;
}

function isBlank(byte: number): boolean {
  return byte === SP || byte === TAB || byte === CR;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}
