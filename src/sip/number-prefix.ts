/** Leading digits of a called number that calls are grouped by; shorter numbers are extensions and services. */
const DIGITS = 4;
const SHORTEST_NUMBER = 7;
const LONGEST = 32;
/** `…` in UTF-8. */
const MORE = [0xe2, 0x80, 0xa6] as const;

const AT = 64;
const PLUS = 43;

/** Room that `writeNumberPrefix` needs, in bytes. */
export const PREFIX_ROOM = LONGEST;

/**
 * What the called number of a Request-URI begins with: `+8490…`, `0283…`; one of six digits or fewer as it is dialled;
 * nothing where the user is no number. The URI begins in bytes[from, end); returns how many bytes were written to `out`.
 */
export function writeNumberPrefix(
  bytes: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
): number {
  let at = from;
  while (at < end && bytes[at] === 32) at += 1;
  const isTel = ((bytes[at] as number) | 32) === 116;
  while (at < end && isLetter(bytes[at] as number)) at += 1;
  if (bytes[at] !== 58) return 0;
  const start = (at += 1);
  let length = 0;
  for (; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (isDigit(byte) || (byte === PLUS && at === start)) {
      if (length < LONGEST) out[length] = byte;
      length += 1;
    } else if (!isSeparator(byte)) break;
  }
  if (length > LONGEST || !endsUser(bytes, at, end, isTel)) return 0;
  const plus = length > 0 && out[0] === PLUS ? 1 : 0;
  if (length - plus < SHORTEST_NUMBER) return length;
  out.set(MORE, plus + DIGITS);
  return plus + DIGITS + MORE.length;
}

/** Nothing but the user part ends here: what is no user is a host. */
function endsUser(bytes: Uint8Array, from: number, end: number, isTel: boolean): boolean {
  if (bytes[from] === AT) return true;
  if (from < end && bytes[from] !== 59 && (bytes[from] as number) > 32) return false;
  if (isTel) return true;
  for (let at = from; at < end && (bytes[at] as number) > 32; at += 1) {
    if (bytes[at] === AT) return true;
  }
  return false;
}

function isLetter(byte: number): boolean {
  return (byte | 32) >= 97 && (byte | 32) <= 122;
}

/** `*` and `#` are dialled as well. */
function isDigit(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 42 || byte === 35;
}

function isSeparator(byte: number): boolean {
  return byte === 45 || byte === 46 || byte === 40 || byte === 41;
}
