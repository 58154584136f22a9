import { COLON, GREATER, LESS, LF, QUOTE, SEMICOLON, utf8 } from './bytes.ts';
import type { Message } from './message.ts';

/** Longest address that is returned, in bytes. */
const MAX_ADDRESS = 128;
/** Longest scheme of a SIP address with its colon (`sips:`), in bytes. */
const MAX_SCHEME = 5;
const QUESTION = 63;

/** Caller and callee as signalled: `user@host`, or the number of a tel URI; '' when there is none. */
export function callerOf(message: Message): string {
  return message.fromAt === 0 ? '' : addressIn(message.bytes, message.fromAt, message.headersEnd);
}

export function calleeOf(message: Message): string {
  const { bytes, start, toAt, lineEnd, headersEnd } = message;
  const to = toAt === 0 ? '' : addressIn(bytes, toAt, headersEnd);
  return to === '' && message.isRequest
    ? addressIn(bytes, start + message.method.length, lineEnd)
    : to;
}

/**
 * The address in the name-addr or URI at `start`, without display name, scheme and parameters. Read straight from the
 * bytes, so that no longer string stays behind it.
 */
export function addressIn(bytes: Uint8Array, start: number, limit: number): string {
  let end = start;
  while (end < limit && bytes[end] !== LF) end += 1;
  const open = openingBracket(bytes, start, end);
  let at = open < 0 ? start : open + 1;
  while (at < end && (bytes[at] as number) <= 32) at += 1;
  for (let colon = at; colon < Math.min(end, at + MAX_SCHEME); colon += 1) {
    if (bytes[colon] !== COLON) continue;
    at = colon + 1;
    break;
  }
  let stop = at;
  while (stop < end && stop - at < MAX_ADDRESS) {
    const byte = bytes[stop] as number;
    if (byte === SEMICOLON || byte === QUESTION || byte === GREATER || byte <= 32) break;
    stop += 1;
  }
  return utf8(bytes, at, stop);
}

/** The `<` outside quotes; a quote that never closes hides nothing. -1 when there is none. */
function openingBracket(bytes: Uint8Array, start: number, end: number): number {
  let quoted = false;
  let hidden = -1;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === LESS) {
      if (!quoted) return at;
      hidden = at;
    }
  }
  return quoted ? hidden : -1;
}
