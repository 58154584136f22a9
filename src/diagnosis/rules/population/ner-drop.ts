import type { CallMark, CaptureRule } from '../../overall/capture-rule.ts';
import type { Course, RuledOut } from '../../overall/course.ts';
import { departureOf, spanOfStretch } from '../../overall/departures.ts';
import { codesOf } from '../../overall/peers.ts';
import type { PacketProof } from '../../rule.ts';

/** Refusals of the stretch. */
const SHARE = 0.3;
/** … and where most of them say that the number is wrong: dial lists have many of these. */
const NUMBERS_SHARE = 0.8;
const NUMBERS: ReadonlySet<number> = new Set([404, 410, 484, 485, 604]);
const MAX_SHOWN = 4;

/**
 * For a while one node refuses by rule what it otherwise takes (403, 404, 480 without ringing, 488, …): a change of routes, of an
 * access list, of an account. Thirty calls and more, a third of them refused (nearly all, where the number is called wrong),
 * to ten numbers and more; held against sixty and more to the same number prefixes before and after, three times and six standard
 * deviations apart. What people decide is no failure of the network (ITU-T E.425), and a node that cannot work is
 * `peer-failure-spike`.
 */
export const nerDrop: CaptureRule<'ner-drop'> = {
  id: 'ner-drop',
  severity: 'warning',
  tier: 'routing',
  check({ course }) {
    return [...course.nodes.values()].flatMap((one) => {
      const { node, calls, refusals } = one;
      if (refusals.length === 0) return [];
      const departure = departureOf(calls, (at) => (calls.refusals[at] as number) >= 0, SHARE);
      if (departure === null) return [];
      const { stretch, odd, usual, usualOdd } = departure;
      const refused = refusalsAt(one, odd);
      const wrongNumbers = refused.filter(({ code }) => NUMBERS.has(code)).length;
      const isList = 2 * wrongNumbers > refused.length;
      if (isList && odd.length < NUMBERS_SHARE * stretch.length) return [];
      const marks = new Set(refused.map(({ mark }) => mark));
      return [
        {
          rule: 'ner-drop',
          severity: 'warning',
          confidence: 'proven',
          status: 'present',
          scope: 'endpoint',
          args: {
            node: node.name,
            attempts: stretch.length,
            refusals: odd.length,
            usualAttempts: usual.length,
            usualRefusals: usualOdd,
            spanUs: spanOfStretch(calls, stretch),
            codes: codesOf(refused),
          },
          evidence: refused.slice(0, MAX_SHOWN).map(({ proof }) => proof) as [
            PacketProof,
            ...PacketProof[],
          ],
          calls: [...marks].filter((mark): mark is CallMark => mark !== null),
        },
      ];
    });
  },
};

function refusalsAt({ calls, refusals }: Course, odd: readonly number[]): RuledOut[] {
  return odd.map((at) => refusals[calls.refusals[at] as number] as RuledOut);
}
