/** Unaligned integer reads. The caller checks the bounds first; past the end they read zeros, never throw. */

export function u16be(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

export function u16le(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}

export function u32be(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
  );
}

export function u32le(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
  );
}

export function u16(bytes: Uint8Array, at: number, littleEndian: boolean): number {
  return littleEndian ? u16le(bytes, at) : u16be(bytes, at);
}

export function u32(bytes: Uint8Array, at: number, littleEndian: boolean): number {
  return littleEndian ? u32le(bytes, at) : u32be(bytes, at);
}

/** An unsigned 64-bit count; exact below 2^53, which is enough for counters. */
export function u64(bytes: Uint8Array, at: number, littleEndian: boolean): number {
  const high = u32(bytes, littleEndian ? at + 4 : at, littleEndian);
  const low = u32(bytes, littleEndian ? at : at + 4, littleEndian);
  return high * 0x1_0000_0000 + low;
}

export const NO_BYTES = new Uint8Array(0);

/** A copy of `bytes[start, end)`. (`slice` would do, but on a Node Buffer it shares the memory.) */
export function copyOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const copy = new Uint8Array(Math.max(end - start, 0));
  copy.set(bytes.subarray(start, end));
  return copy;
}
