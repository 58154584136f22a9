import type { Mutator } from '../mutator.ts';
import { place } from '../places.ts';

/** One to eight bits, near each other or not. */
export const bitFlips: Mutator = {
  id: 'bit-flips',
  apply(bytes, random) {
    const copy = bytes.slice();
    for (let left = 1 + random.below(8); left > 0; left -= 1) {
      const at = place(copy, random);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    }
    return copy;
  },
};

/** A run of bytes of one value, or of any. */
export const byteRuns: Mutator = {
  id: 'byte-runs',
  apply(bytes, random) {
    const copy = bytes.slice();
    const at = place(copy, random);
    const value = random.chance(0.5) ? random.pick([0, 0xff, 0x0a, 0x20]) : -1;
    const end = Math.min(at + 1 + random.below(40), copy.length);
    for (let next = at; next < end; next += 1) copy[next] = value < 0 ? random.below(256) : value;
    return copy;
  },
};
