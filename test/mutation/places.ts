import type { Random } from './random.ts';

/** Headers of records and packets lie within this many bytes after the beginning of a record. */
const HEADERS = 120;

/** An offset to damage: mostly among headers, where lengths and types are, else anywhere. */
export function place(bytes: Uint8Array, random: Random): number {
  const starts = random.chance(0.6) ? recordStarts(bytes) : [];
  if (starts.length === 0) return random.below(bytes.length);
  return Math.min(random.pick(starts) + random.below(HEADERS), bytes.length - 1);
}

/** Where the records of a capture begin, as far as its lengths lead. */
export function recordStarts(bytes: Uint8Array): number[] {
  if (bytes.length < 24) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const magic = view.getUint32(0);
  if (magic === 0x0a0d0d0a) return walk(view, 0, (at) => view.getUint32(at + 4, little(view, 8)));
  if (magic === 0x736e_6f6f) return walk(view, 16, (at) => view.getUint32(at + 8));
  const isLittle = little(view, 0);
  return walk(view, 24, (at) => 16 + view.getUint32(at + 8, isLittle));
}

/** The first byte of a magic number that is not palindromic tells the byte order. */
const little = (view: DataView, at: number): boolean => [0xd4, 0x4d].includes(view.getUint8(at));

function walk(view: DataView, first: number, lengthAt: (at: number) => number): number[] {
  const starts: number[] = [];
  for (let at = first; at + 16 <= view.byteLength && starts.length < 10_000;) {
    starts.push(at);
    const length = lengthAt(at);
    if (length < 12) break;
    at += length;
  }
  return starts;
}
