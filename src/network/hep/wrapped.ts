import { NO_BYTES } from '../../capture/bytes.ts';
import type { Inflater } from '../inflate.ts';

/** gzip's fixed header (RFC 1952 §2.3) and its flags for fields that follow it. */
const GZIP_HEADER = 10;
const EXTRA = 0x04;
const NAME = 0x08;
const COMMENT = 0x10;
const CHECKSUM = 0x02;

/** Inflates gzip, zlib or raw DEFLATE: agents use all three. */
export function inflateWrapped(
  inflater: Inflater,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  const from = start + wrapping(bytes, start, end);
  return from < end && inflater.inflate(bytes, from, end, NO_BYTES) === 'done';
}

function wrapping(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start]!;
  const second = bytes[start + 1] ?? 0;
  // zlib, RFC 1950 §2.2: method 8, both bytes a multiple of 31.
  if ((first & 0x0f) === 8 && first >>> 4 < 8 && ((first << 8) | second) % 31 === 0) return 2;
  return first === 0x1f && second === 0x8b ? gzipHeader(bytes, start, end) : 0;
}

function gzipHeader(bytes: Uint8Array, start: number, end: number): number {
  const flags = bytes[start + 3]!;
  let at = start + GZIP_HEADER;
  if ((flags & EXTRA) !== 0) at += 2 + (bytes[at]! | (bytes[at + 1]! << 8));
  for (const flag of [NAME, COMMENT]) {
    if ((flags & flag) === 0) continue;
    while (at < end && bytes[at] !== 0) at += 1;
    at += 1;
  }
  if ((flags & CHECKSUM) !== 0) at += 2;
  return at - start;
}
