import type { CallMark, CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import type { OverloadRefusal } from '../../overall/overload.ts';
import { us } from '../../thresholds.ts';

/** The window that refusals are counted in, s. */
const WINDOW = 60;
/** Refusals that are shown. */
const MAX_SHOWN = 4;

/**
 * One node refused many requests with 503 or 500 within a minute: it is saturated, whatever each single call shows. The
 * share of all requests is not asked: calls that went as calls should are not counted one by one.
 */
export const overloadBurst: CaptureRule<'overload-burst'> = {
  id: 'overload-burst',
  severity: 'warning',
  tier: 'routing',
  check({ overload }, { thresholds }) {
    const byNode = new Map<string, { refusals: OverloadRefusal[]; more: number }>();
    for (const { server, refusals, more } of overload.links.values()) {
      const node = byNode.get(server) ?? { refusals: [], more: 0 };
      for (const refusal of refusals) node.refusals.push(refusal);
      node.more += more;
      byNode.set(server, node);
    }
    return [...byNode].flatMap(([node, { refusals, more }]) => {
      const sorted = refusals.toSorted((a, b) => a.refused - b.refused);
      const worst = worstMinute(sorted);
      if (worst.length < thresholds['overload.perMinute']) return [];
      return [findingOf(node, worst, refusals.length + more)];
    });
  },
};

/** The refusals of the minute with the most of them; `sorted` by time. */
function worstMinute(sorted: readonly OverloadRefusal[]): OverloadRefusal[] {
  let [from, best, start] = [0, 0, 0];
  for (const [at, { refused }] of sorted.entries()) {
    while (refused - (sorted[from] as OverloadRefusal).refused > us(WINDOW)) from += 1;
    if (at - from + 1 > best) [best, start] = [at - from + 1, from];
  }
  return sorted.slice(start, start + best);
}

function findingOf(
  node: string,
  worst: readonly OverloadRefusal[],
  total: number,
): CaptureFinding<'overload-burst'> {
  const [first, ...rest] = worst as readonly [OverloadRefusal, ...OverloadRefusal[]];
  const codes = [...new Set(worst.map(({ status }) => status))].toSorted((a, b) => a - b);
  const calls = [...new Set(worst.map(({ mark }) => mark))].filter(
    (mark): mark is CallMark => mark !== null,
  );
  return {
    rule: 'overload-burst',
    severity: 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'endpoint',
    args: { node, failures: worst.length, total, codes: codes.join(', ') },
    evidence: [first.response, ...rest.slice(0, MAX_SHOWN - 1).map(({ response }) => response)],
    calls,
  };
}
