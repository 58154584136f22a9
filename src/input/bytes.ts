/** Small helpers for bytes; the caller checks the bounds. */

export const NO_BYTES = new Uint8Array(0);

export function u32le(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
  );
}

/** A copy of `bytes[start, end)`. (`slice` would do, but on a Node Buffer it shares the memory.) */
export function copyOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const copy = new Uint8Array(Math.max(end - start, 0));
  copy.set(bytes.subarray(start, end));
  return copy;
}
