import type { CaptureRule } from '../../overall/capture-rule.ts';
import { ceilingFinding, ceilingOf } from '../../overall/ceilings.ts';

const SECOND = 1_000_000;

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
      return [{ rule: 'cps-ceiling', ...ceilingFinding(way, ceiling) }];
    });
  },
};
