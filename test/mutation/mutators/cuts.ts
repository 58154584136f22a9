import { concat } from '../../../fixtures/dsl/wire/bytes.ts';
import type { Mutator } from '../mutator.ts';
import { place } from '../places.ts';
import type { Random } from '../random.ts';

/** What is taken out or put in is mostly short. */
const span = (random: Random): number => 1 + random.below(random.chance(0.8) ? 64 : 4096);

/** The end is missing. */
export const truncation: Mutator = {
  id: 'truncation',
  apply: (bytes, random) => bytes.slice(0, place(bytes, random)),
};

/** A piece in the middle is missing. */
export const removal: Mutator = {
  id: 'removal',
  apply(bytes, random) {
    const at = place(bytes, random);
    return concat([bytes.subarray(0, at), bytes.subarray(at + span(random))]);
  },
};

/** A piece comes again, where it was or elsewhere, once or often. */
export const repetition: Mutator = {
  id: 'repetition',
  apply(bytes, random) {
    const at = place(bytes, random);
    const piece = bytes.subarray(at, at + span(random));
    const to = random.chance(0.5) ? at : place(bytes, random);
    const times = random.chance(0.9) ? 1 : random.below(50);
    const copies = Array.from({ length: times }, () => piece);
    return concat([bytes.subarray(0, to), ...copies, bytes.subarray(to)]);
  },
};

/** The beginning of one input and the end of another, or a piece of another in the middle. */
export const splice: Mutator = {
  id: 'splice',
  apply(bytes, random, other) {
    const foreign = other();
    const from = place(foreign, random);
    const at = place(bytes, random);
    if (random.chance(0.5)) return concat([bytes.subarray(0, at), foreign.subarray(from)]);
    const piece = foreign.subarray(from, from + span(random));
    return concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
};
