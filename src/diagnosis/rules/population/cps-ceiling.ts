import type { CallMark, CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import { ceilingOf } from '../../overall/ceilings.ts';
import type { PacketProof } from '../../rule.ts';

const SECOND = 1_000_000;
/** Refusals that are shown. */
const MAX_SHOWN = 4;

/**
 * A node refuses calls of one client exactly when it has taken so many within the last second, and takes them again
 * after that: a limit of calls per second. Where the number of calls that are up explains the refusals, that is told instead.
 */
export const cpsCeiling: CaptureRule<'cps-ceiling'> = {
  id: 'cps-ceiling',
  severity: 'warning',
  tier: 'routing',
  check({ traffic }) {
    return traffic.ways.flatMap((way) => {
      const ceiling = ceilingOf(way, SECOND);
      if (ceiling === null || ceilingOf(way, null) !== null) return [];
      const { limit, refusals, code, accepted } = ceiling;
      const marks = new Set(refusals.map(({ mark }) => mark));
      return [
        {
          rule: 'cps-ceiling',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'endpoint',
          args: {
            client: way.client,
            node: way.server.name,
            limit,
            refusals: refusals.length,
            code,
            accepted,
          },
          evidence: refusals.slice(0, MAX_SHOWN).map(({ proof }) => proof) as [
            PacketProof,
            ...PacketProof[],
          ],
          calls: [...marks].filter((mark): mark is CallMark => mark !== null),
        } satisfies CaptureFinding<'cps-ceiling'>,
      ];
    });
  },
};
