let viewed: Uint8Array = new Uint8Array(0);
let view = new DataView(viewed.buffer);
let viewedBefore = viewed;
let viewBefore = view;

/**
 * The same bytes, to be read four at a time. The latest two views are remembered: messages share their memory, and what
 * is read is compared with what is kept.
 */
export function wordsOf(bytes: Uint8Array): DataView {
  if (bytes === viewed) return view;
  const latest = view;
  const isKnown = bytes === viewedBefore;
  view = isKnown ? viewBefore : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  viewBefore = latest;
  viewedBefore = viewed;
  viewed = bytes;
  return view;
}

/** Four ASCII characters as `getInt32(at, true)` reads them. */
export function word(text: string): number {
  return (
    text.charCodeAt(0) |
    (text.charCodeAt(1) << 8) |
    (text.charCodeAt(2) << 16) |
    (text.charCodeAt(3) << 24)
  );
}

/** Index of the next `byte` in [from, end), or `end`. Looks at eight bytes at a time: most of a message is passed over here. */
export function findByte(
  bytes: Uint8Array,
  words: DataView,
  from: number,
  end: number,
  byte: number,
): number {
  const pattern = Math.imul(byte, 0x01010101);
  let at = from;
  for (const last = end - 8; at <= last; at += 8) {
    const first = zeroBytes(words.getInt32(at, true) ^ pattern);
    if (first !== 0) return at + lowestByte(first);
    const second = zeroBytes(words.getInt32(at + 4, true) ^ pattern);
    if (second !== 0) return at + 4 + lowestByte(second);
  }
  while (at < end && bytes[at] !== byte) at += 1;
  return at;
}

/** The top bit of the lowest byte that is zero, and perhaps of some above it; 0 when none is. */
function zeroBytes(four: number): number {
  return (four - 0x01010101) & ~four & 0x80808080;
}

/** Which byte the lowest bit is in. */
function lowestByte(bits: number): number {
  return (31 - Math.clz32(bits & -bits)) >> 3;
}

/** A text of four bytes or more as the words that it is compared by; the last word may overlap the one before. */
export function wordsIn(text: string): readonly { readonly at: number; readonly value: number }[] {
  const starts = [];
  for (let at = 0; at + 4 < text.length; at += 4) starts.push(at);
  starts.push(text.length - 4);
  return starts.map((at) => ({ at, value: word(text.slice(at, at + 4)) }));
}
