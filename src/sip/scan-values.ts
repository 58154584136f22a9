import {
  ascii,
  BACKSLASH,
  COMMA,
  CR,
  EQUALS,
  GREATER,
  LESS,
  LF,
  matchesAt,
  QUOTE,
  SEMICOLON,
  SLASH,
  SP,
  TAB,
} from './bytes.ts';
import { hashOf } from './hash.ts';
import { LENIENCY } from './leniency.ts';
import type { Message } from './message.ts';
import { methodAt } from './methods.ts';
import { findByte, word, wordsOf } from './words.ts';

/** Longest Call-ID that is kept, in bytes; longer ones are cut (hostile input). */
const MAX_CALL_ID = 1024;
/** Longest method in a CSeq that is believed, in bytes. */
const MAX_METHOD = 64;
/** Digits of a Content-Length or CSeq that are believed. */
const MAX_DIGITS = 15;

const BRANCH = ascii('branch');
const TAG = ascii('tag');
/** How they mostly look, to be compared by words. */
const SIP = word('SIP/');
const VERSION_2 = word('2.0/');
const BRANCH_BEGIN = word(';bra');
const BRANCH_END = word('nch=');
const USUAL_TAG = word(';tag');

/** What a byte ends: one look-up instead of four comparisons for each byte of a message. */
const BLANK = 1;
const ENDS_TOKEN = 2;
const ENDS_RUN = 4;
const KIND = new Uint8Array(256);
for (const byte of [SP, TAB, CR, LF]) KIND[byte] = BLANK | ENDS_TOKEN;
for (const byte of [SEMICOLON, COMMA]) KIND[byte] = ENDS_TOKEN | ENDS_RUN;
for (const byte of [QUOTE, LESS]) KIND[byte] = ENDS_RUN;

/** Top Via: `SIP/2.0/UDP host:port;branch=…` (RFC 3261 §20.42); further values on the line are left alone. */
export function readVia(message: Message, at: number, lineEnd: number): number {
  const { bytes } = message;
  const words = wordsOf(bytes);
  let position = skipBlank(bytes, at, lineEnd);
  if (position + 8 < lineEnd && isText(words, position, SIP, VERSION_2)) position += 8;
  else {
    let slashes = 0;
    while (position < lineEnd && slashes < 2) {
      if (bytes[position] === SLASH) slashes += 1;
      position += 1;
    }
  }
  position = skipBlank(bytes, position, lineEnd);
  while (position < lineEnd && !isBlank(bytes[position] as number)) position += 1;
  position = skipBlank(bytes, position, lineEnd);
  message.sentByAt = position;
  position = tokenEndAt(bytes, position, lineEnd);
  message.sentByEnd = position;
  if (position + 8 < lineEnd && isText(words, position, BRANCH_BEGIN, BRANCH_END)) {
    tokenAt = skipBlank(bytes, position + 8, lineEnd);
    tokenEnd = tokenEndAt(bytes, tokenAt, lineEnd);
  } else findParameter(bytes, position, lineEnd, BRANCH, true);
  message.branchAt = tokenAt;
  message.branchEnd = tokenEnd;
  message.branchHash = hashOf(bytes, tokenAt, tokenEnd);
  return 0;
}

export function readFromTag(message: Message, at: number, lineEnd: number): number {
  message.fromAt = at;
  findTag(message.bytes, at, lineEnd);
  message.fromTagAt = tokenAt;
  message.fromTagEnd = tokenEnd;
  return 0;
}

export function readToTag(message: Message, at: number, lineEnd: number): number {
  message.toAt = at;
  findTag(message.bytes, at, lineEnd);
  message.toTagAt = tokenAt;
  message.toTagEnd = tokenEnd;
  return 0;
}

export function readCallId(message: Message, at: number, lineEnd: number): number {
  const { bytes } = message;
  const start = skipBlank(bytes, at, lineEnd);
  const end = Math.min(trimEnd(bytes, start, lineEnd), start + MAX_CALL_ID);
  message.callIdAt = start;
  message.callIdEnd = end;
  message.callIdHash = hashOf(bytes, start, end);
  return 0;
}

export function readCSeq(message: Message, at: number, lineEnd: number): number {
  const { bytes } = message;
  message.cseq = readNumber(bytes, skipBlank(bytes, at, lineEnd), lineEnd);
  const methodStart = skipBlank(bytes, numberEnd, lineEnd);
  const methodEnd = trimEnd(bytes, methodStart, lineEnd);
  if (methodEnd - methodStart > MAX_METHOD) return LENIENCY.badCSeq;
  message.cseqMethod = methodEnd > methodStart ? methodAt(bytes, methodStart, methodEnd) : '';
  // The sequence number must be below 2^31 (RFC 3261 §8.1.1.5).
  const good = message.cseq >= 0 && message.cseq < 2 ** 31 && methodEnd > methodStart;
  return good && methodStart > numberEnd ? 0 : LENIENCY.badCSeq;
}

export function readContentLength(message: Message, at: number, lineEnd: number): number {
  const { bytes } = message;
  const start = skipBlank(bytes, at, lineEnd);
  message.contentLength = readNumber(bytes, start, lineEnd);
  const whole = numberEnd === trimEnd(bytes, start, lineEnd);
  return message.contentLength < 0 || !whole ? LENIENCY.badContentLength : 0;
}

/** Tag of a From or To value: a parameter outside the angle brackets (RFC 3261 §20). */
function findTag(bytes: Uint8Array, at: number, lineEnd: number): void {
  let position = at;
  while (position < lineEnd) {
    const byte = bytes[position] as number;
    if ((KIND[byte] as number) < ENDS_RUN || byte === COMMA) position += 1;
    else if (byte === QUOTE) position = skipQuoted(bytes, position, lineEnd);
    else if (byte === LESS) {
      const words = wordsOf(bytes);
      position = Math.min(findByte(bytes, words, position, lineEnd, GREATER) + 1, lineEnd);
      if (position + 5 >= lineEnd || words.getInt32(position, true) !== USUAL_TAG) break;
      if (bytes[position + 4] !== EQUALS) break;
      tokenAt = skipBlank(bytes, position + 5, lineEnd);
      tokenEnd = tokenEndAt(bytes, tokenAt, lineEnd);
      return;
    } else break;
  }
  findParameter(bytes, position, lineEnd, TAG, false);
}

/** Out-parameters, kept out of return values so that the hot path allocates nothing. */
let tokenAt = 0;
let tokenEnd = 0;
let numberEnd = 0;

/** Finds `;name=value` from `at` on; leaves an empty range when there is none. */
function findParameter(
  bytes: Uint8Array,
  at: number,
  lineEnd: number,
  name: Uint8Array,
  stopAtComma: boolean,
): void {
  tokenAt = at;
  tokenEnd = at;
  let position = at;
  while (position < lineEnd) {
    const byte = bytes[position] as number;
    if ((KIND[byte] as number) < ENDS_RUN) {
      position += 1;
      continue;
    }
    if (byte === QUOTE) {
      position = skipQuoted(bytes, position, lineEnd);
      continue;
    }
    if (byte === COMMA && stopAtComma) return;
    position += 1;
    if (byte !== SEMICOLON) continue;
    position = skipBlank(bytes, position, lineEnd);
    if (!matchesAt(bytes, position, lineEnd, name)) continue;
    const equals = skipBlank(bytes, position + name.length, lineEnd);
    if (equals >= lineEnd || bytes[equals] !== EQUALS) continue;
    tokenAt = skipBlank(bytes, equals + 1, lineEnd);
    tokenEnd = tokenEndAt(bytes, tokenAt, lineEnd);
    return;
  }
}

/** Longest User-Agent by which calls are told apart, in bytes. */
const MAX_AGENT = 80;

/** The first line of a User-Agent, cut where it is long. */
export function readUserAgent(message: Message, at: number, lineEnd: number): void {
  const { bytes } = message;
  const start = skipBlank(bytes, at, lineEnd);
  const limit = Math.min(lineEnd, start + MAX_AGENT);
  let end = start;
  while (end < limit && bytes[end] !== CR && bytes[end] !== LF) end += 1;
  message.agentAt = start;
  message.agentEnd = trimEnd(bytes, start, end);
}

/** Whether eight bytes are the two words. */
function isText(words: DataView, at: number, first: number, second: number): boolean {
  return words.getInt32(at, true) === first && words.getInt32(at + 4, true) === second;
}

/** End of the run of bytes before the next `;`, `,` or blank. */
function tokenEndAt(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end && ((KIND[bytes[position] as number] as number) & ENDS_TOKEN) === 0) {
    position += 1;
  }
  return position;
}

/** Digits at `at`; -1 when there are none or too many. */
function readNumber(bytes: Uint8Array, at: number, end: number): number {
  let value = 0;
  let position = at;
  while (position < end) {
    const digit = (bytes[position] as number) - 48;
    if (digit < 0 || digit > 9) break;
    if (position - at < MAX_DIGITS) value = value * 10 + digit;
    position += 1;
  }
  numberEnd = position;
  return position === at || position - at > MAX_DIGITS ? -1 : value;
}

function skipQuoted(bytes: Uint8Array, at: number, end: number): number {
  let position = at + 1;
  while (position < end && bytes[position] !== QUOTE) {
    position += bytes[position] === BACKSLASH ? 2 : 1;
  }
  // Never behind the line: an escape or a quote that never closes may end it.
  return position < end ? position + 1 : end;
}

function skipBlank(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end && isBlank(bytes[position] as number)) position += 1;
  return position;
}

function trimEnd(bytes: Uint8Array, from: number, end: number): number {
  let position = end;
  while (position > from && isBlank(bytes[position - 1] as number)) position -= 1;
  return position;
}

/** Blank inside a header value: space, tab, and the line ends of a folded value. */
function isBlank(byte: number): boolean {
  return ((KIND[byte] as number) & BLANK) !== 0;
}
