/** Bytes looked at; log lines show their nature sooner. */
const SAMPLE_BYTES = 1024;
/** The very beginning must be clean: binary formats put their zeros there. */
const CLEAN_BYTES = 32;
/** One control character in this many is put up with: logs quote packets. */
const TOLERATED = 10;

/** Does this read as text? UTF-16 counts when it begins with its byte-order mark. */
export function looksLikeText(head: Uint8Array): boolean {
  if (utf16Encoding(head) !== undefined) return true;
  const sample = head.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const [at, byte] of sample.entries()) {
    if (!isControl(byte)) continue;
    if (at < CLEAN_BYTES && byte === 0) return false;
    controls += 1;
  }
  return sample.length > 0 && controls * TOLERATED <= sample.length;
}

export function utf16Encoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Control characters but tab, line feed, form feed, carriage return and escape (colours). */
function isControl(byte: number): boolean {
  if (byte >= 0x20) return byte === 0x7f;
  return byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27;
}
