import { ascii, COLON, latin1, matchesAt } from '../sip/bytes.ts';

const CONTENT_LENGTH = ascii('content-length');
const CONTENT_TYPE = ascii('content-type');
const SDP = ascii('application/sdp');
/** Digits of a Content-Length that are believed. */
const MAX_DIGITS = 7;

/** What the header of a message says about its body. */
export interface BodyFacts {
  /** -1 when it does not tell. */
  contentLength: number;
  hasContentType: boolean;
  isSdp: boolean;
  /** Its body may hold whole SIP messages. */
  carriesSip: boolean;
}

export function forgetFields(facts: BodyFacts): void {
  facts.contentLength = -1;
  facts.hasContentType = false;
  facts.isSdp = false;
  facts.carriesSip = false;
}

/** Notes what a header row says about the body. */
export function fieldOf(facts: BodyFacts, bytes: Uint8Array, at: number, end: number): void {
  const first = (bytes[at] as number) | 32;
  if (first !== 99 && first !== 108) return;
  let colon = at;
  while (colon < end && bytes[colon] !== COLON) colon += 1;
  let nameEnd = colon;
  while (nameEnd > at && (bytes[nameEnd - 1] as number) <= 32) nameEnd -= 1;
  const short = nameEnd === at + 1;
  if (short ? first === 108 : nameEnd - at === 14 && matchesAt(bytes, at, end, CONTENT_LENGTH)) {
    facts.contentLength = lengthOf(bytes, colon + 1, end);
  } else if (short || (nameEnd - at === 12 && matchesAt(bytes, at, end, CONTENT_TYPE))) {
    facts.hasContentType = true;
    // Nothing else, as a rule.
    if (end - colon === SDP.length + 2 && matchesAt(bytes, colon + 2, end, SDP)) {
      facts.isSdp = true;
      facts.carriesSip = false;
      return;
    }
    const type = latin1(bytes, colon + 1, Math.min(end, colon + 100)).toLowerCase();
    facts.isSdp = type.includes('application/sdp');
    facts.carriesSip = type.includes('message/sip') || type.includes('multipart/');
  }
}

function lengthOf(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] as number) <= 32) at += 1;
  let value = -1;
  for (let digits = 0; at < end && digits < MAX_DIGITS; digits += 1, at += 1) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) break;
    value = Math.max(value, 0) * 10 + digit;
  }
  return value;
}
