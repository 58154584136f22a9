import { openedAt } from '../../../call/hops.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { forks } from '../../facts/forks.ts';
import { hopsOf } from '../../facts/invites.ts';
import type { Proof, Rule } from '../../rule.ts';

/** Max-Breadth Exceeded (RFC 5393 §5). */
const EXCEEDED = 440;
/** Branches that begin this near to each other ring at the same time, µs. */
const TOGETHER = 2_000_000;
const MAX_SHOWN = 4;

/** A request was forked to more targets at once than anybody rings, or a node refused to fork it further (RFC 5393 §5). */
export const maxBreadthOrForkBomb: Rule<'max-breadth-or-fork-bomb', Call> = {
  id: 'max-breadth-or-fork-bomb',
  severity: 'warning',
  tier: 'routing',
  kinds: ['call'],
  needs: ['several-invites'],
  check(call, context) {
    const refused = hopsOf(call).find(({ final }) => final?.status === EXCEEDED);
    const widest = forks(call, context)
      .map(({ branches }) => atOnce(branches))
      .reduce<readonly Transaction[]>((most, one) => (one.length > most.length ? one : most), []);
    const enough = widest.length > context.thresholds['fork.branches'];
    const [first] = widest;
    const from = refused ?? (enough ? first : undefined);
    if (from === undefined) return [];
    const final = refused?.final ?? null;
    const evidence: Proof[] = [
      ...(refused === undefined ? [] : [requestOf(refused)]),
      ...(final === null ? [] : [shown(final)]),
      ...(enough ? widest.slice(0, MAX_SHOWN).map(requestOf) : []),
    ];
    return [
      {
        rule: 'max-breadth-or-fork-bomb',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          node: final?.sender.name ?? from.client.address,
          branches: widest.length,
          code: final?.status ?? 0,
        },
        evidence: evidence as [Proof, ...Proof[]],
      },
    ];
  },
};

/** The branches that were tried together with the first one. */
function atOnce(branches: readonly Transaction[]): readonly Transaction[] {
  const [first] = branches;
  if (first === undefined) return [];
  return branches.filter((one) => openedAt(one) - openedAt(first) <= TOGETHER);
}
