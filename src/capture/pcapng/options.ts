import { u16 } from '../bytes.ts';

const END_OF_OPTIONS = 0;

/** Calls `option` for each option of a list (draft-ietf-opsawg-pcapng §3.5); stops at the first that does not fit. */
export function eachOption(
  bytes: Uint8Array,
  start: number,
  end: number,
  littleEndian: boolean,
  option: (code: number, at: number, length: number) => void,
): void {
  let at = start;
  while (at + 4 <= end) {
    const code = u16(bytes, at, littleEndian);
    const length = u16(bytes, at + 2, littleEndian);
    at += 4;
    if (code === END_OF_OPTIONS || at + length > end) return;
    option(code, at, length);
    at += (length + 3) & ~3;
  }
}
