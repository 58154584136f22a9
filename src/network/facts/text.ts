const CR = 13;
const LF = 10;
const COLON = 58;
/** Characters kept of a line. */
const MAX_LINE = 256;
/** Bytes in which a header field is looked for. */
const MAX_HEAD = 8192;
/** Bytes of a name and the blanks after it. */
const LONGEST_NAME = 12;
const CALL_ID: readonly string[] = ['call-id', 'i'];

/** The line at `start`, line ends before it passed over, as far as it is there. */
export function lineAt(bytes: Uint8Array, start: number, end: number): string {
  let line = '';
  for (let at = start; at < Math.min(end, start + MAX_LINE); at += 1) {
    if (bytes[at] === LF || bytes[at] === CR) {
      if (line !== '') break;
    } else line += String.fromCharCode(bytes[at]!);
  }
  return line;
}

/** The Call-ID of a SIP message that may be cut; '' when its line did not come whole. */
export function callIdAt(bytes: Uint8Array, start: number, end: number): string {
  const last = Math.min(end, start + MAX_HEAD);
  for (let at = bytes.indexOf(LF, start) + 1; at > 0 && at < last;) {
    const next = bytes.indexOf(LF, at) + 1;
    if (next === 0 || next > last) return '';
    let colon = at;
    while (colon < next && colon - at < LONGEST_NAME && bytes[colon] !== COLON) colon += 1;
    const isName = CALL_ID.includes(lineAt(bytes, at, colon).trimEnd().toLowerCase());
    if (isName && bytes[colon] === COLON) return lineAt(bytes, colon + 1, next).trim();
    at = next;
  }
  return '';
}
