import { concat } from '../../fixtures/dsl/wire/bytes.ts';

/** Tries at most; each is a whole analysis. */
const MOST_TRIES = 3000;

/** Takes out pieces, large ones first, as long as what is left still fails. */
export function shrink(bytes: Uint8Array, fails: (less: Uint8Array) => boolean): Uint8Array {
  let small = bytes;
  let tries = 0;
  for (let size = bytes.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < small.length && tries < MOST_TRIES;) {
      const less = concat([small.subarray(0, at), small.subarray(at + size)]);
      tries += 1;
      if (fails(less)) small = less;
      else at += size;
    }
  }
  return small;
}
