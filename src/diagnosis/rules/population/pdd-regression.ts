import type { CaptureRule } from '../../overall/capture-rule.ts';
import {
  departureOf,
  invitesOf,
  medianAt,
  medianOf,
  spanOfStretch,
} from '../../overall/departures.ts';

/** A call is slow from twice the usual delay, and at least this much more, s. */
const FACTOR = 2;
const MORE = 1;
/** Slow calls of the stretch. */
const SHARE = 0.8;

/**
 * For a while most calls to one node take twice as long until something is heard (RFC 6076 §4.3), and a second more, than its calls
 * usually do. Thirty calls and more to ten numbers and more, held against sixty and more to the same number prefixes before and
 * after, six standard deviations apart. What is usual is the median of all, so a node that is slow for most of the
 * capture has no usual delay here; single slow calls are `pdd-slow`.
 */
export const pddRegression: CaptureRule<'pdd-regression'> = {
  id: 'pdd-regression',
  severity: 'warning',
  tier: 'race',
  check({ course }) {
    return [...course.nodes.values()].flatMap(({ node, calls }) => {
      const { delays, length } = calls;
      const limit = slowFrom(medianOf(delays.subarray(0, length)));
      const departure = departureOf(
        calls,
        (at) => {
          const delay = delays[at] as number;
          return Number.isNaN(delay) ? null : delay >= limit;
        },
        SHARE,
      );
      if (departure === null) return [];
      const { stretch, odd, usual } = departure;
      return [
        {
          rule: 'pdd-regression',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'endpoint',
          args: {
            node: node.name,
            calls: stretch.length,
            delayUs: micros(medianAt(delays, stretch)),
            usualCalls: usual.length,
            usualUs: micros(medianAt(delays, usual)),
            spanUs: spanOfStretch(calls, stretch),
          },
          evidence: invitesOf(calls, node, odd),
          calls: [],
        },
      ];
    });
  },
};

/** s */
function slowFrom(usual: number): number {
  return Math.max(FACTOR * usual, usual + MORE);
}

/** To the millisecond: the figures are kept no finer. */
function micros(seconds: number): number {
  return Math.round(seconds * 1000) * 1000;
}
