import { wordsOf } from './words.ts';

/** Hash of bytes[start, end), 32 bits: unequal hashes are unequal texts. `seed` chains several ranges. */
export function hashOf(bytes: Uint8Array, start: number, end: number, seed = 0): number {
  let hash = seed ^ (end - start);
  let at = start;
  if (end - start >= 4) {
    const words = wordsOf(bytes);
    for (const last = end - 4; at < last; at += 4) hash = mixed(hash, words.getInt32(at, true));
    // The last word overlaps the one before, so that no byte is left over.
    hash = mixed(hash, words.getInt32(end - 4, true));
  } else {
    for (; at < end; at += 1) hash = mixed(hash, bytes[at] as number);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 15);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(word, 0x2c1b3c6d);
  return Math.imul((hash << 13) | (hash >>> 19), 5) ^ product ^ (product >>> 15);
}
