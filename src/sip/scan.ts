import { ascii, COLON, CR, LF, matchesAt, SP, TAB } from './bytes.ts';
import { LENIENCY } from './leniency.ts';
import type { Message } from './message.ts';
import {
  readCallId,
  readContentLength,
  readCSeq,
  readFromTag,
  readToTag,
  readVia,
} from './scan-values.ts';

/** The fields that grouping needs, by the bit that says "seen". */
const VIA = 1;
const FROM = 2;
const TO = 4;
const CALL_ID = 8;
const CSEQ = 16;
const CONTENT_LENGTH = 32;
const REASON = 64;
const NEEDED = VIA | FROM | TO | CALL_ID | CSEQ;

const NAMES: readonly { name: Uint8Array; compact: number; bit: number }[] = [
  { name: ascii('via'), compact: 118, bit: VIA },
  { name: ascii('from'), compact: 102, bit: FROM },
  { name: ascii('to'), compact: 116, bit: TO },
  { name: ascii('call-id'), compact: 105, bit: CALL_ID },
  { name: ascii('cseq'), compact: 0, bit: CSEQ },
  { name: ascii('content-length'), compact: 108, bit: CONTENT_LENGTH },
  { name: ascii('reason'), compact: 0, bit: REASON },
];

/** First letters of the names above, in both cases: any other line is skipped after one look. */
const FIRST_LETTER = new Uint8Array(256);
for (const letter of 'vftcilrVFTCILR') FIRST_LETTER[letter.charCodeAt(0)] = 1;

/**
 * Reads the header fields that grouping needs and finds the body, in one pass over the bytes (RFC 3261 §7.3, §18.3).
 * The start line has been read: `message.lineEnd` is set. Strict where it matters, and every leniency is flagged.
 */
export function scanHeaders(message: Message): void {
  const { bytes, end } = message;
  let seen = 0;
  let leniency = message.leniency;
  let at = message.lineEnd + 1;
  if (message.lineEnd < end && bytes[message.lineEnd - 1] !== CR) leniency |= LENIENCY.bareLf;
  message.headersEnd = end;
  message.bodyStart = end;
  leniency |= LENIENCY.noEmptyLine;

  while (at < end) {
    const first = bytes[at] as number;
    if (first === LF || (first === CR && at + 1 < end && bytes[at + 1] === LF)) {
      message.headersEnd = at;
      message.bodyStart = first === LF ? at + 1 : at + 2;
      leniency &= ~LENIENCY.noEmptyLine;
      if (first === LF) leniency |= LENIENCY.bareLf;
      break;
    }
    let colon = at;
    while (colon < end && bytes[colon] !== COLON && bytes[colon] !== LF) colon += 1;
    let lineEnd = findLineFeed(bytes, colon, end);
    while (lineEnd + 1 < end && isSpaceOrTab(bytes[lineEnd + 1] as number)) {
      leniency |= LENIENCY.folding;
      lineEnd = findLineFeed(bytes, lineEnd + 1, end);
    }
    if (lineEnd < end && bytes[lineEnd - 1] !== CR) leniency |= LENIENCY.bareLf;
    if (colon >= lineEnd) leniency |= LENIENCY.lineWithoutColon;
    else if (FIRST_LETTER[first] === 1) {
      let nameEnd = colon;
      while (nameEnd > at && isSpaceOrTab(bytes[nameEnd - 1] as number)) nameEnd -= 1;
      const found = fieldBit(bytes, at, nameEnd);
      if (found !== 0) {
        if (nameEnd === at + 1) leniency |= LENIENCY.compactForm;
        if (nameEnd !== colon) leniency |= LENIENCY.spaceBeforeColon;
        if ((seen & found) === 0) {
          seen |= found;
          leniency |= readValue(message, found, colon + 1, lineEnd);
        } else if (found !== VIA && found !== REASON) leniency |= LENIENCY.repeatedField;
      }
    }
    at = lineEnd + 1;
  }

  if ((seen & NEEDED) !== NEEDED) leniency |= LENIENCY.fieldMissing;
  if ((seen & CONTENT_LENGTH) === 0) leniency |= LENIENCY.noContentLength;
  message.leniency = leniency;
  if (message.method === '') message.method = message.cseqMethod;
}

function readValue(message: Message, found: number, at: number, lineEnd: number): number {
  switch (found) {
    case VIA:
      return readVia(message, at, lineEnd);
    case FROM:
      return readFromTag(message, at, lineEnd);
    case TO:
      return readToTag(message, at, lineEnd);
    case CALL_ID:
      return readCallId(message, at, lineEnd);
    case CSEQ:
      return readCSeq(message, at, lineEnd);
    case REASON:
      message.hasReason = true;
      return 0;
    default:
      return readContentLength(message, at, lineEnd);
  }
}

let viewed: Uint8Array = new Uint8Array(0);
let view = new DataView(viewed.buffer);
const FOUR_LINE_FEEDS = 0x0a0a0a0a;

/** Index of the next LF, or `end`. Looks at four bytes at a time: most of a message is passed over here. */
function findLineFeed(bytes: Uint8Array, from: number, end: number): number {
  if (bytes !== viewed) {
    viewed = bytes;
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  let at = from;
  for (const last = end - 4; at <= last; at += 4) {
    // A byte of `difference` is zero where the text has an LF; the mask finds zero bytes without a loop.
    const difference = view.getInt32(at, true) ^ FOUR_LINE_FEEDS;
    if (((difference - 0x01010101) & ~difference & 0x80808080) !== 0) break;
  }
  while (at < end && bytes[at] !== LF) at += 1;
  return at;
}

/** The bit of the field whose name stands in [at, nameEnd), 0 for any other. */
function fieldBit(bytes: Uint8Array, at: number, nameEnd: number): number {
  const length = nameEnd - at;
  for (const field of NAMES) {
    if (length === 1) {
      if (((bytes[at] as number) | 32) === field.compact) return field.bit;
    } else if (length === field.name.length && matchesAt(bytes, at, nameEnd, field.name)) {
      return field.bit;
    }
  }
  return 0;
}

function isSpaceOrTab(byte: number): boolean {
  return byte === SP || byte === TAB;
}
