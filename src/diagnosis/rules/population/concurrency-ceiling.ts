import type { CaptureRule } from '../../overall/capture-rule.ts';
import { ceilingFinding, ceilingOf } from '../../overall/ceilings.ts';

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
      return [{ rule: 'concurrency-ceiling', ...ceilingFinding(way, ceiling) }];
    });
  },
};
