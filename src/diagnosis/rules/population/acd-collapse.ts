import type { CaptureRule } from '../../overall/capture-rule.ts';
import { collapseOf } from '../../overall/collapses.ts';
import { invitesOf, medianAt, spanOfStretch } from '../../overall/departures.ts';

const SECOND = 1_000_000;

/**
 * For a while nearly all answered calls of one node are over within a quarter of its usual talk, and within half a minute: people
 * answer and hang up, as they do when they hear nothing, or something answers that is nobody. Thirty answered calls and
 * more to ten numbers and more, held against sixty and more to the same number prefixes before and after, six standard
 * deviations apart. Calls that are not over count on neither side.
 */
export const acdCollapse: CaptureRule<'acd-collapse'> = {
  id: 'acd-collapse',
  severity: 'warning',
  tier: 'media',
  check({ course }) {
    return [...course.nodes.values()].flatMap((one) => {
      const departure = collapseOf(one);
      if (departure === null) return [];
      const { node, calls } = one;
      const { stretch, odd, usual } = departure;
      return [
        {
          rule: 'acd-collapse',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'endpoint',
          args: {
            node: node.name,
            calls: stretch.length,
            talkUs: Math.round(medianAt(calls.talks, stretch)) * SECOND,
            usualCalls: usual.length,
            usualUs: Math.round(medianAt(calls.talks, usual)) * SECOND,
            spanUs: spanOfStretch(calls, stretch),
          },
          evidence: invitesOf(calls, node, odd),
          calls: [],
        },
      ];
    });
  },
};
