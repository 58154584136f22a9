import { openedAt } from '../../../call/hops.ts';
import { isSuccess } from '../../../call/milestones.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { requestOf } from '../../evidence.ts';
import { forks } from '../../facts/forks.ts';
import type { Proof, Rule } from '../../rule.ts';

/** Branches that begin this near to each other are one step of the hunt, µs. */
const TOGETHER = 500_000;
/** Steps that are shown. */
const MAX_SHOWN = 8;

/** One node tried more than three targets one after the other before the call came to its end (RFC 3261 §16.6, serial search). */
export const serialHuntLong: Rule<'serial-hunt-long', Call> = {
  id: 'serial-hunt-long',
  severity: 'info',
  tier: 'routing',
  kinds: ['call'],
  needs: ['several-invites'],
  check(call, context) {
    const limit = context.thresholds['hunt.targets'];
    for (const { branches } of forks(call, context)) {
      const steps = stepsOf(branches);
      const [first] = steps;
      const last = steps.at(-1);
      if (first === undefined || last === undefined || steps.length <= limit) continue;
      return [
        {
          rule: 'serial-hunt-long',
          severity: 'info',
          confidence: 'proven',
          status: 'present',
          scope: 'leg',
          args: {
            node: first.client.address,
            targets: steps.length,
            elapsedUs: openedAt(last) - openedAt(first),
            answered: last.responses.some(isSuccess),
          },
          evidence: steps.slice(0, MAX_SHOWN).map(requestOf) as [Proof, ...Proof[]],
        },
      ];
    }
    return [];
  },
};

/** Targets in turn: each begins when the one before it is over, or long after it began. */
function stepsOf(branches: readonly Transaction[]): Transaction[] {
  const steps: Transaction[] = [];
  for (const branch of branches) {
    const before = steps.at(-1);
    const begun = openedAt(branch);
    const over = before?.final !== undefined && before.final !== null && before.final.time <= begun;
    if (before === undefined || over || begun - openedAt(before) >= TOGETHER) steps.push(branch);
  }
  return steps;
}
