import { openedAt } from '../../../call/hops.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { shown, requestOf } from '../../evidence.ts';
import { forks } from '../../facts/forks.ts';
import type { Proof, Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** The other branches are cancelled this soon after the refusal, µs. */
const SOON = 2_000_000;
/** Phones that are named. */
const MAX_NAMED = 8;

/**
 * One branch answered 6xx soon after it was tried, which ends the whole search (RFC 3261 §16.7-5), and phones that were
 * ringing were cancelled for it: mostly do-not-disturb on one device. A CANCEL of the caller is another matter.
 */
export const forkKilledBy6xx: Rule<'fork-killed-by-6xx', Call> = {
  id: 'fork-killed-by-6xx',
  severity: 'warning',
  tier: 'routing',
  kinds: ['call'],
  needs: ['global-failure', 'cancel', 'several-invites'],
  check(call, context) {
    const limit = us(context.thresholds['fork.quick']);
    for (const { branches, upstream } of forks(call, context)) {
      const killer = branches.find(isRefusedForAll);
      const final = killer?.final ?? null;
      if (killer === undefined || final === null) continue;
      const afterUs = final.time - openedAt(killer);
      if (afterUs > limit || wasCancelledBefore(upstream, final.time)) continue;
      const ringing = branches.filter((one) => one !== killer && wasRinging(one, final.time));
      const [first] = ringing;
      if (first === undefined) continue;
      return [
        {
          rule: 'fork-killed-by-6xx',
          severity: 'warning',
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: {
            node: killer.client.name,
            killer: killer.server.name,
            code: final.status,
            phrase: final.phrase,
            afterUs,
            ringing: ringing.slice(0, MAX_NAMED).map(({ server }) => server.name),
          },
          evidence: [shown(final), ...ringing.slice(0, MAX_NAMED).map(cancelOf)],
        },
      ];
    }
    return [];
  },
};

function isRefusedForAll({ final }: Transaction): boolean {
  return final !== null && final.status >= 600;
}

function wasCancelledBefore(upstream: Transaction | null, time: number): boolean {
  const cancel = upstream?.cancel ?? null;
  return cancel !== null && openedAt(cancel) <= time;
}

function wasRinging({ responses, cancel }: Transaction, refused: number): boolean {
  if (cancel === null || !responses.some(({ status, time }) => status === 180 && time < refused)) {
    return false;
  }
  const wait = openedAt(cancel) - refused;
  return wait >= 0 && wait <= SOON;
}

function cancelOf({ cancel }: Transaction): Proof {
  return requestOf(cancel as Transaction);
}
