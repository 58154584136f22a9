import type { CallMark, CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import { ceilingOf } from '../../overall/ceilings.ts';
import type { PacketProof } from '../../rule.ts';

/** Refusals that are shown. */
const MAX_SHOWN = 4;

/**
 * A node refuses calls of one client exactly when so many of them are up, and takes them again when one has ended: a
 * limit of channels or of the contract. A refusal now and then at another number would be another reason.
 */
export const concurrencyCeiling: CaptureRule<'concurrency-ceiling'> = {
  id: 'concurrency-ceiling',
  severity: 'warning',
  tier: 'routing',
  check({ traffic }) {
    return traffic.ways.flatMap((way) => {
      const ceiling = ceilingOf(way, null);
      if (ceiling === null) return [];
      const { limit, refusals, code, accepted } = ceiling;
      const marks = new Set(refusals.map(({ mark }) => mark));
      return [
        {
          rule: 'concurrency-ceiling',
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
        } satisfies CaptureFinding<'concurrency-ceiling'>,
      ];
    });
  },
};
