import type { Course } from './course.ts';
import { type Departure, departureOf, medianOf } from './departures.ts';

/** A talk is short under this, s, and under this part of the usual one. */
const SHORT = 30;
const PART = 1 / 4;
/** Short talks of the stretch. */
const SHARE = 0.8;

/** The stretch in which talks with a node were all short, held against its others; null when there is none. */
export function collapseOf({ calls }: Course): Departure | null {
  const { talks, length } = calls;
  const limit = Math.min(SHORT, PART * medianOf(talks.subarray(0, length)));
  return departureOf(
    calls,
    (at) => {
      const talk = talks[at] as number;
      return Number.isNaN(talk) ? null : talk < limit;
    },
    SHARE,
  );
}
