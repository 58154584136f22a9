import { u16be, u32be } from '../../capture/bytes.ts';
import { type Cursor, POINT } from '../cursor.ts';
import { hepTransport } from './hep-transport.ts';

const MAGIC = 0x4845_5033;
/** `HEP3` and the total length. */
export const HEP3_HEADER = 6;
/** Vendor, type and length of a chunk. */
const CHUNK_HEADER = 6;

export function isHep3(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= HEP3_HEADER && u32be(bytes, start) === MAGIC;
}

/** Total length of the HEP packet at `start`, its header included. */
export function hep3Length(bytes: Uint8Array, start: number): number {
  return u16be(bytes, start + 4);
}

export type Hep3Content = 'payload' | 'compressed' | 'nothing' | 'wrong';

/**
 * Reads the generic chunks of the HEP version 3 packet under the cursor, and leaves the cursor at the payload, with the
 * ends and the time that the agent saw. What the agent left out stays as it was.
 */
export function readHep3(cursor: Cursor): Hep3Content {
  const { bytes, start, end } = cursor;
  const total = hep3Length(bytes, start);
  if (total < HEP3_HEADER) return 'wrong';
  const limit = start + total;
  let seconds = 0;
  let micros = 0;
  let agent = 0;
  let protocol = 17;
  let source = -1;
  let destination = -1;
  let address: 4 | 16 = 4;
  let payloadAt = -1;
  let payloadEnd = -1;
  let compressed = false;
  let at = start + HEP3_HEADER;
  while (at + CHUNK_HEADER <= Math.min(limit, end)) {
    const length = u16be(bytes, at + 4);
    if (length < CHUNK_HEADER || at + length > limit) return 'wrong';
    const value = at + CHUNK_HEADER;
    const size = Math.min(length - CHUNK_HEADER, end - value);
    const type = u16be(bytes, at) === 0 ? u16be(bytes, at + 2) : 0;
    if (type === 2 && size >= 1) protocol = bytes[value]!;
    else if ((type === 3 || type === 5) && size >= (type === 3 ? 4 : 16)) {
      source = value;
      address = type === 3 ? 4 : 16;
    } else if ((type === 4 || type === 6) && size >= (type === 4 ? 4 : 16)) destination = value;
    else if (type === 7 && size >= 2) cursor.sourcePort = u16be(bytes, value);
    else if (type === 8 && size >= 2) cursor.destinationPort = u16be(bytes, value);
    else if (type === 9 && size >= 4) seconds = u32be(bytes, value);
    else if (type === 10 && size >= 4) micros = u32be(bytes, value);
    else if (type === 12 && size >= 4) agent = u32be(bytes, value);
    else if (type === 15 || type === 16) {
      payloadAt = value;
      payloadEnd = at + length;
      compressed = type === 16;
    }
    at += length;
  }
  if (payloadAt < 0) return 'nothing';
  if (seconds > 0) cursor.time = seconds * 1_000_000 + Math.min(micros, 999_999);
  if (source >= 0 && destination >= 0) {
    cursor.addressBytes = bytes;
    cursor.addressLength = address;
    cursor.sourceAt = source;
    cursor.destinationAt = destination;
  }
  cursor.ipId = cursor.ttl = -1;
  cursor.seenAt(POINT.hep, agent);
  cursor.start = payloadAt;
  cursor.wireEnd = payloadEnd;
  cursor.end = Math.min(end, payloadEnd);
  cursor.settle(hepTransport(protocol));
  return compressed ? 'compressed' : 'payload';
}
