import { ascii, COLON, LF } from '../sip/bytes.ts';

const NAME = ascii('session-expires');
/** More digits than any interval has. */
const MAX_DIGITS = 6;

/** Session-Expires (compact: x) of a message as it stands in its bytes, s; 0 without one (RFC 4028 §4). */
export function sessionInterval(bytes: Uint8Array): number {
  for (let line = bytes.indexOf(LF) + 1; line > 0; line = bytes.indexOf(LF, line) + 1) {
    const first = (bytes[line] as number) | 32;
    // An empty line: the body begins.
    if (bytes[line] === 13 || bytes[line] === LF) return 0;
    if (first !== 115 && first !== 120) continue;
    const end = first === 120 ? line + 1 : afterName(bytes, line);
    const value = end < 0 ? -1 : afterColon(bytes, end);
    if (value >= 0) return numberAt(bytes, value);
  }
  return 0;
}

function afterName(bytes: Uint8Array, line: number): number {
  for (let at = 0; at < NAME.length; at += 1) {
    if (((bytes[line + at] ?? 0) | 32) !== NAME[at]) return -1;
  }
  return line + NAME.length;
}

function afterColon(bytes: Uint8Array, start: number): number {
  const colon = afterBlanks(bytes, start);
  return bytes[colon] === COLON ? afterBlanks(bytes, colon + 1) : -1;
}

function afterBlanks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 32 || bytes[at] === 9) at += 1;
  return at;
}

function numberAt(bytes: Uint8Array, start: number): number {
  let number = 0;
  for (let at = start; at < start + MAX_DIGITS; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  return number;
}
