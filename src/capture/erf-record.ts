/** The header of an Endace record: big-endian but for its clock, which is a 64-bit count of 2^-32 s. */
import { u16be, u32le } from './bytes.ts';

export const ERF_HEADER_LENGTH = 16;
const EXTENSION_LENGTH = 8;
/** An Ethernet record puts an offset and a pad byte before the frame. */
const ETHERNET_PADDING = 2;
const TYPE = 0x7f;
const MORE = 0x80;
const LAST_TYPE = 27;
const ETHERNET: readonly number[] = [2, 11, 16, 20];
/** Records without a packet: provenance, and padding. */
const NO_PACKET: readonly number[] = [27, 48];
const RESERVED_FLAGS = 0xc0;

export interface ErfRecord {
  /** Bytes of the whole record. */
  readonly length: number;
  readonly type: number;
  /** Seconds since 1970, and what is over in µs. */
  readonly seconds: number;
  readonly micros: number;
  /** Bytes of the packet that were not captured. */
  readonly missing: number;
  /** Packets lost since the record before; 0 when it does not say. */
  readonly lost: number;
}

/** The record at `at`, of which 16 bytes are there; null when there cannot be one. */
export function readErf(bytes: Uint8Array, at: number): ErfRecord | null {
  const type = bytes[at + 8]! & TYPE;
  const length = u16be(bytes, at + 10);
  const known = (type >= 1 && type <= LAST_TYPE) || NO_PACKET.includes(type);
  if (!known || (bytes[at + 9]! & RESERVED_FLAGS) !== 0 || length < ERF_HEADER_LENGTH) return null;
  const wire = u16be(bytes, at + 14);
  const ethernet = ETHERNET.includes(type);
  const extension = (bytes[at + 8]! & MORE) === 0 ? 0 : EXTENSION_LENGTH;
  const header = ERF_HEADER_LENGTH + extension + (ethernet ? ETHERNET_PADDING : 0);
  if (ethernet && length < header) return null;
  return {
    length,
    type,
    seconds: u32le(bytes, at + 4),
    micros: Math.floor((u32le(bytes, at) / 0x1_0000_0000) * 1e6),
    missing: NO_PACKET.includes(type) ? 0 : Math.max(wire - (length - header), 0),
    // In the coloured and hashed types other things stand there.
    lost: type <= 2 ? u16be(bytes, at + 12) : 0,
  };
}

export function hasPacket({ type }: ErfRecord): boolean {
  return !NO_PACKET.includes(type);
}

export function isEthernet({ type }: ErfRecord): boolean {
  return ETHERNET.includes(type);
}
