import { u16be } from '../../capture/bytes.ts';
import type { Cursor } from '../cursor.ts';

const TCP_HEADER = 20;
const SYN = 0x02;

/** Is `bytes[first, last)` really a packet of this protocol? Random bytes pass about once in 65,536 times each. */
export function looksGenuine(
  cursor: Cursor,
  protocol: number,
  first: number,
  last: number,
): boolean {
  const { bytes } = cursor;
  const length = last - first;
  switch (protocol) {
    case 17:
      return length >= 8 && u16be(bytes, first + 4) === length;
    case 6:
      return (
        length >= TCP_HEADER && plausibleTcp(bytes, first, length) && sumsUp(cursor, first, last)
      );
    case 4:
      return length >= 20 && bytes[first]! >>> 4 === 4 && u16be(bytes, first + 2) === length;
    case 41:
      return length >= 40 && bytes[first]! >>> 4 === 6 && u16be(bytes, first + 4) === length - 40;
    default:
      return false;
  }
}

function plausibleTcp(bytes: Uint8Array, at: number, length: number): boolean {
  const header = (bytes[at + 12]! >>> 4) << 2;
  const flags = bytes[at + 13]!;
  return header >= TCP_HEADER && header <= length && (flags === SYN || (flags & 0x3f) !== 0);
}

/** The checksum over pseudo-header and segment (RFC 9293 §3.1) comes out as all ones. */
function sumsUp(cursor: Cursor, first: number, last: number): boolean {
  const { addressBytes, sourceAt, addressLength } = cursor;
  let sum = 6 + last - first;
  for (let at = sourceAt; at < sourceAt + 2 * addressLength; at += 2)
    sum += u16be(addressBytes, at);
  for (let at = first; at + 1 < last; at += 2) sum += u16be(cursor.bytes, at);
  if ((last - first) % 2 === 1) sum += cursor.bytes[last - 1]! << 8;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum === 0xffff;
}
