import type { Call, Transaction } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { wonForks } from '../../facts/forks.ts';
import type { Rule } from '../../rule.ts';

/** Refusals of single devices that are no fault of the call; a 487 after a CANCEL explains itself. */
const NOISE: ReadonlySet<number> = new Set([404, 408, 410, 480, 486, 488]);
/** Branches that are named. */
const MAX_NAMED = 8;
/** Branches that begin this near to each other are tried together, µs. */
const TOGETHER = 1_000_000;

/** Some branches of a fork were refused and another was answered (RFC 3261 §16.7): their codes are no failures of the call. */
export const forkLoserNoise: Rule<'fork-loser-noise', Call> = {
  id: 'fork-loser-noise',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['answer', 'client-error', 'several-invites'],
  check(call, context) {
    for (const { branches, winner, answer } of wonForks(call, context)) {
      const losers = branches.filter((branch) => isRefused(branch) && isBeside(branch, winner));
      const [first] = losers;
      if (first === undefined) continue;
      return [
        {
          rule: 'fork-loser-noise',
          severity: 'info',
          confidence: 'proven',
          status: 'present',
          scope: 'leg',
          args: {
            node: first.client.name,
            winner: winner.server.name,
            losers: losers.slice(0, MAX_NAMED).map(nameOf),
          },
          evidence: [
            shown(answer),
            ...losers
              .slice(0, MAX_NAMED)
              .flatMap(({ final }) => final ?? [])
              .map((one) => shown(one)),
          ],
        },
      ];
    }
    return [];
  },
};

function isRefused({ final }: Transaction): boolean {
  return final !== null && NOISE.has(final.status);
}

/** Tried together, not one after the other. */
function isBeside({ request }: Transaction, winner: Transaction): boolean {
  if (request === null || winner.request === null) return false;
  return Math.abs(request.time - winner.request.time) <= TOGETHER;
}

function nameOf({ server, final }: Transaction): string {
  return `${server.name} (${final?.status ?? 0})`;
}
