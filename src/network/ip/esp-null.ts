import { hit } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';
import { DONE, IP_PROTOCOL, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerContext, LayerDefinition } from '../layer.ts';
import { looksGenuine } from './esp-content.ts';

/** SPI and sequence number. */
const HEADER_LENGTH = 8;
/** Pad length and next header (RFC 4303 §2.4, §2.6). */
const TRAILER_LENGTH = 2;
/** Integrity check value lengths in use, the most common first; an IV of as many bytes as given goes with AES-GMAC. */
const SHAPES: readonly (readonly [icv: number, iv: number])[] = [
  [12, 0],
  [16, 0],
  [24, 0],
  [32, 0],
  [0, 0],
  [8, 0],
  [16, 8],
];

/**
 * ESP with NULL encryption (RFC 2410), as IMS uses it between phone and P-CSCF. Nothing in the packet says so and the
 * length of the check value is not known, so each usual one is tried (RFC 5879 §8): the trailer and the header inside
 * must both make sense.
 */
function peelEsp(cursor: Cursor): number {
  const { bytes, start, end } = cursor;
  if (cursor.wireEnd > end) return DONE;
  for (const [icv, iv] of SHAPES) {
    const trailer = end - icv - TRAILER_LENGTH;
    const first = start + HEADER_LENGTH + iv;
    if (trailer <= first) continue;
    const padding = bytes[trailer]!;
    const protocol = bytes[trailer + 1]!;
    const last = trailer - padding;
    if (last <= first || !isPadding(bytes, last, padding)) continue;
    if (!looksGenuine(cursor, protocol, first, last)) continue;
    cursor.start = first;
    cursor.end = cursor.wireEnd = last;
    cursor.protocol = protocol;
    return IP_PROTOCOL + protocol;
  }
  return DONE;
}

/** Padding counts 1, 2, 3 … (RFC 4303 §2.4); zeros are met as well. */
function isPadding(bytes: Uint8Array, at: number, length: number): boolean {
  let counted = true;
  let zeros = true;
  for (let index = 0; index < length; index += 1) {
    counted &&= bytes[at + index] === index + 1;
    zeros &&= bytes[at + index] === 0;
  }
  return counted || zeros;
}

function openEsp({ unread }: LayerContext): { peel(cursor: Cursor): number } {
  const encrypted = unread.reason('esp-encrypted');
  return {
    peel(cursor) {
      const next = peelEsp(cursor);
      if (next === DONE) hit(encrypted, cursor.frame, cursor.base + cursor.start);
      return next;
    },
  };
}

export const espNull: LayerDefinition = {
  id: 'esp-null',
  keys: [IP_PROTOCOL + 50],
  open: openEsp,
};

/** Four printable characters: no SPI, but the beginning of a message. */
function isText(bytes: Uint8Array, at: number): boolean {
  for (let index = at; index < at + 4; index += 1) {
    if (bytes[index]! < 0x20 || bytes[index]! > 0x7e) return false;
  }
  return true;
}

/** ESP in UDP, RFC 3948: a zero SPI marks key exchange, one byte of 0xff a keep-alive. */
export const espInUdp: LayerDefinition = {
  id: 'esp-in-udp',
  keys: [UDP_PORT + 4500],
  open(context) {
    const esp = openEsp(context);
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        const noSpi = !(bytes[start]! | bytes[start + 1]! | bytes[start + 2]! | bytes[start + 3]!);
        if (cursor.end - start <= HEADER_LENGTH || noSpi) return UDP_PAYLOAD;
        return isText(bytes, start) ? UDP_PAYLOAD : esp.peel(cursor);
      },
    };
  },
};
