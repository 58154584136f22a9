/** Rows of one length in a row that are no chance, and the lengths that mail and PEM have (RFC 2045 §6.8, RFC 7468 §2). */
const ENOUGH = 5;
const MIN_LENGTH = 60;
const MAX_LENGTH = 76;
const LF = 10;
const CR = 13;

/** Base64 text: where it begins, and how many rows it has. */
export interface Base64Rows {
  readonly line: number;
  readonly offset: number;
  readonly rows: number;
}

/** Rows of base64 in a text in which nothing else was found: an attachment in a saved mail. The first row says where; null for none. */
export function base64Rows(bytes: Uint8Array): Base64Rows | null {
  let first = { line: 0, offset: 0 };
  let rows = 0;
  let run = 0;
  let length = 0;
  for (let at = 0, line = 1; at < bytes.length; line += 1) {
    const feed = bytes.indexOf(LF, at);
    const stop = feed < 0 ? bytes.length : feed;
    const end = stop > at && bytes[stop - 1] === CR ? stop - 1 : stop;
    const isFull = end - at >= MIN_LENGTH && end - at <= MAX_LENGTH && isBase64(bytes, at, end);
    run = isFull && (run === 0 || end - at === length) ? run + 1 : isFull ? 1 : 0;
    length = end - at;
    if (run === ENOUGH && rows === 0)
      first = { line: line - ENOUGH + 1, offset: at - (ENOUGH - 1) * (stop + 1 - at) };
    if (run >= ENOUGH) rows += run === ENOUGH ? ENOUGH : 1;
    at = stop + 1;
  }
  return rows === 0 ? null : { ...first, rows };
}

/** Only characters of base64, and both cases: hexadecimal digits and names of one kind are none. */
function isBase64(bytes: Uint8Array, start: number, end: number): boolean {
  let upper = false;
  let lower = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 65 && byte <= 90) upper = true;
    else if (byte >= 97 && byte <= 122) lower = true;
    else if (!(byte >= 48 && byte <= 57) && byte !== 43 && byte !== 47) return false;
  }
  return upper && lower;
}
