/** One element of DER (X.690 §8.1): tag and content, as views. */
export interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
}

export const TAG = {
  boolean: 1,
  octetString: 4,
  oid: 6,
  utcTime: 23,
  generalizedTime: 24,
  bmpString: 30,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Elements read in one place at most. */
const MAX_ELEMENTS = 256;

/** The elements that stand one after the other in `bytes`; ends where they stop making sense. */
export function readDer(bytes: Uint8Array): Der[] {
  const elements: Der[] = [];
  let at = 0;
  while (at + 2 <= bytes.length && elements.length < MAX_ELEMENTS) {
    const tag = bytes[at]!;
    let length = bytes[at + 1]!;
    at += 2;
    if (length >= 0x80) {
      const size = length & 0x7f;
      if (size === 0 || size > 3 || at + size > bytes.length) break;
      length = 0;
      for (let n = 0; n < size; n += 1) length = length * 256 + bytes[at + n]!;
      at += size;
    }
    if (at + length > bytes.length) break;
    elements.push({ tag, content: bytes.subarray(at, at + length) });
    at += length;
  }
  return elements;
}

/** What is inside the first element, if it has this tag. */
export function inside(bytes: Uint8Array, tag: number): Der[] {
  const [first] = readDer(bytes);
  return first?.tag === tag ? readDer(first.content) : [];
}
