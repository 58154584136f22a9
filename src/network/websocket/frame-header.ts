import { u16be, u32be } from '../../capture/bytes.ts';

/** Opcodes, RFC 6455 §11.8. */
export const CONTINUATION = 0;
export const BINARY = 2;
export const CLOSE = 8;
const PONG = 10;
/** A longer frame is no SIP, and most likely no frame. */
export const MAX_FRAME = 1 << 24;

/** Result of `readFrameHeader`: reused, read it before the next call. */
export interface FrameHeader {
  fin: boolean;
  /** Reserved bit 1: the message is compressed (RFC 7692 §6). */
  compressed: boolean;
  opcode: number;
  masked: boolean;
  /** Where the masking key stands. */
  maskAt: number;
  /** Header length and payload length, in bytes. */
  length: number;
  payload: number;
}

export const newFrameHeader = (): FrameHeader => ({
  fin: false,
  compressed: false,
  opcode: 0,
  masked: false,
  maskAt: 0,
  length: 0,
  payload: 0,
});

export type FrameVerdict = 'frame' | 'more' | 'wrong';

/** Reads the header at `start`, strictly (RFC 6455 §5.2): where nothing else marks a frame, the header must. */
export function readFrameHeader(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: FrameHeader,
): FrameVerdict {
  if (end === start) return 'more';
  const first = bytes[start]!;
  const opcode = first & 0x0f;
  const fin = (first & 0x80) !== 0;
  const control = opcode >= CLOSE;
  if ((first & 0x30) !== 0 || opcode > PONG || (opcode > BINARY && !control)) return 'wrong';
  if (control && (!fin || (first & 0x40) !== 0)) return 'wrong';
  // Only the first frame of a message says that it is compressed (RFC 7692 §6.1).
  if (opcode === CONTINUATION && (first & 0x40) !== 0) return 'wrong';
  if (end - start < 2) return 'more';
  const short = bytes[start + 1]! & 0x7f;
  if (control && short > 125) return 'wrong';
  const lengthBytes = short < 126 ? 0 : short === 126 ? 2 : 8;
  out.masked = (bytes[start + 1]! & 0x80) !== 0;
  out.length = 2 + lengthBytes + (out.masked ? 4 : 0);
  if (end - start < out.length) return 'more';
  out.payload = short;
  if (lengthBytes === 2) {
    out.payload = u16be(bytes, start + 2);
    if (out.payload < 126) return 'wrong';
  } else if (lengthBytes === 8) {
    out.payload = u32be(bytes, start + 6);
    if (u32be(bytes, start + 2) !== 0 || out.payload < 0x1_0000) return 'wrong';
  }
  if (out.payload > MAX_FRAME) return 'wrong';
  out.fin = fin;
  out.compressed = (first & 0x40) !== 0;
  out.opcode = opcode;
  out.maskAt = start + out.length - 4;
  return 'frame';
}

/** `count` payload bytes without their mask (RFC 6455 §5.3), always a copy. */
export function unmasked(
  bytes: Uint8Array,
  start: number,
  header: FrameHeader,
  count: number,
): Uint8Array {
  const from = start + header.length;
  const copy = new Uint8Array(count);
  copy.set(bytes.subarray(from, from + count));
  if (!header.masked) return copy;
  for (let at = 0; at < count; at += 1) copy[at]! ^= bytes[header.maskAt + (at & 3)]!;
  return copy;
}
