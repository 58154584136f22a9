/** The bytes that one row of a hex dump shows. */
export interface HexRow {
  /** Of its first byte. */
  readonly offset: number;
  readonly bytes: readonly number[];
}

/** Bytes in a row, of every tool. */
const MAX_BYTES = 16;
const START = /(?:^|\s)(?:0x)?([0-9a-f]{4,8})(?::\s{1,2}|\s{2,3})(?=[0-9a-f]{2})/i;

/**
 * Reads a row of tcpdump -x, tshark -x, hexdump -C, xxd: an offset, up to 16 bytes in groups of one or two, and the same as text,
 * which is not looked at. Null for another row.
 */
export function hexRow(row: string): HexRow | null {
  const start = START.exec(row);
  if (start === null) return null;
  const bytes: number[] = [];
  let at = start.index + start[0].length;
  while (bytes.length < MAX_BYTES) {
    const value = byteAt(row, at);
    if (value < 0) break;
    bytes.push(value);
    at += 2;
    if (row[at] !== ' ') continue;
    at += 1;
    // hexdump puts a wider gap in the middle; elsewhere two blanks end the bytes.
    if (bytes.length === 8 && row[at] === ' ' && row[at - 4] === ' ' && row[at + 3] === ' ')
      at += 1;
  }
  return bytes.length === 0 ? null : { offset: Number.parseInt(start[1] as string, 16), bytes };
}

function byteAt(row: string, at: number): number {
  const two = row.slice(at, at + 2);
  return /^[0-9a-f]{2}$/i.test(two) ? Number.parseInt(two, 16) : -1;
}
