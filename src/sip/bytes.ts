/** Byte constants and the two ways in which wire bytes become strings. */

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SP = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const SLASH = 47;
export const COLON = 58;
export const SEMICOLON = 59;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const BACKSLASH = 92;

interface Latin1Slicer {
  latin1Slice(start: number, end: number): string;
}

// Node's Buffer decodes short runs five times faster than TextDecoder; a browser has none and takes the loop.
const slicer = (globalThis as { Buffer?: { prototype: Latin1Slicer } }).Buffer?.prototype
  .latin1Slice;

/** One character per byte, so that nothing is lost: for identifiers that are only compared. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  if (slicer !== undefined) return slicer.call(bytes, start, end);
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] as number);
  return text;
}

/** The bytes that `latin1` made a text of. */
export function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

const decoder = new TextDecoder('utf-8');

/** Decodes UTF-8; invalid sequences become U+FFFD: for text that people read (RFC 3261 §7). */
export function utf8(bytes: Uint8Array, start: number, end: number): string {
  for (let at = start; at < end; at += 1) {
    if ((bytes[at] as number) >= 0x80) return decoder.decode(bytes.subarray(start, end));
  }
  return latin1(bytes, start, end);
}

/** Whether `text` (lower-case ASCII) stands at `at`, in any case. */
export function matchesAt(bytes: Uint8Array, at: number, end: number, text: Uint8Array): boolean {
  if (at + text.length > end) return false;
  for (let index = 0; index < text.length; index += 1) {
    let byte = bytes[at + index] as number;
    if (byte >= 65 && byte <= 90) byte |= 32;
    if (byte !== text[index]) return false;
  }
  return true;
}

/** ASCII text as bytes, for constants that are compared on the hot path. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/** Characters of a token (RFC 3261 §25.1), as a lookup table. */
export const TOKEN: Readonly<Uint8Array> = (() => {
  const table = new Uint8Array(256);
  for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.!%*_+`'~") {
    table[char.charCodeAt(0)] = 1;
  }
  return table;
})();
