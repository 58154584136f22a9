/** Section Header Block, draft-ietf-opsawg-pcapng §4.1: its type reads the same in both byte orders. */
import { u32be, u32le } from '../bytes.ts';

export const SECTION_HEADER = 0x0a0d0d0a;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

/** 12 bytes are needed. */
export function isSectionHeader(bytes: Uint8Array, at: number): boolean {
  return (
    u32be(bytes, at) === SECTION_HEADER &&
    (u32be(bytes, at + 8) === BYTE_ORDER_MAGIC || u32le(bytes, at + 8) === BYTE_ORDER_MAGIC)
  );
}

export function littleEndianSection(bytes: Uint8Array, at: number): boolean {
  return u32le(bytes, at + 8) === BYTE_ORDER_MAGIC;
}
