import type { Mutator } from '../mutator.ts';
import { place, recordStarts } from '../places.ts';

/** Values that lengths, counts and offsets get wrong. */
const TELLING = [0, 1, 2, 3, 4, 7, 8, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff];
const TELLING_32 = [0x1_0000, 0x4_0000, 0x4_0001, 0x10_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/** A 16- or 32-bit number of either byte order becomes a telling one, or one more or less. */
export const lengthFields: Mutator = {
  id: 'length-fields',
  apply(bytes, random) {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    for (let left = 1 + random.below(3); left > 0; left -= 1) {
      const at = place(copy, random);
      const isLittle = random.chance(0.5);
      const near = random.pick([-1, 1, 2, 16]);
      if (random.chance(0.5) && at + 4 <= copy.length) {
        const old = view.getUint32(at, isLittle);
        const value = random.chance(0.3) ? old + near : random.pick([...TELLING, ...TELLING_32]);
        view.setUint32(at, value >>> 0, isLittle);
      } else if (at + 2 <= copy.length) {
        const old = view.getUint16(at, isLittle);
        view.setUint16(at, random.chance(0.3) ? old + near : random.pick(TELLING), isLittle);
      }
    }
    return copy;
  },
};

/** Captured and wire length of a record, which everything after it depends on. */
export const recordLengths: Mutator = {
  id: 'record-lengths',
  apply(bytes, random) {
    const starts = recordStarts(bytes);
    if (starts.length === 0) return lengthFields.apply(bytes, random, () => bytes);
    const copy = bytes.slice();
    const at = random.pick(starts) + random.pick([0, 4, 8, 12, 16, 20]);
    if (at + 4 > copy.length) return copy;
    const value = random.pick([...TELLING, ...TELLING_32, random.below(5000)]);
    new DataView(copy.buffer).setUint32(at, value, random.chance(0.7));
    return copy;
  },
};
