import type { Call, Transaction } from '../../../call/types.ts';
import { reasonsOf } from '../../../sip/reasons.ts';
import { requestOf, shown } from '../../evidence.ts';
import { wonForks } from '../../facts/forks.ts';
import type { Rule } from '../../rule.ts';

/** A proxy cancels the other branches right after one was answered, µs. */
const SOON = 1_000_000;
/** Phones that are named. */
const MAX_PHONES = 8;

/**
 * Phones that were ringing were cancelled because another one answered, without `Reason: SIP;cause=200` (RFC 3326 §3.1):
 * they list the call as missed.
 */
export const cancelCompletedElsewhereMissing: Rule<'cancel-completed-elsewhere-missing', Call> = {
  id: 'cancel-completed-elsewhere-missing',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['cancel', 'answer', 'several-invites'],
  check(call, context) {
    for (const { branches, answer } of wonForks(call, context)) {
      const losers = branches.filter((branch) => isLeftInTheDark(branch, answer.time));
      const [first] = losers;
      if (first === undefined) continue;
      return [
        {
          rule: 'cancel-completed-elsewhere-missing',
          severity: 'info',
          confidence: 'proven',
          status: 'present',
          scope: 'leg',
          args: {
            node: first.client.name,
            phones: losers.slice(0, MAX_PHONES).map(({ server }) => server.name),
          },
          evidence: [
            shown(answer),
            ...losers.slice(0, MAX_PHONES).map((loser) => requestOf(loser.cancel as Transaction)),
          ],
        },
      ];
    }
    return [];
  },
};

function isLeftInTheDark({ cancel, responses }: Transaction, answered: number): boolean {
  const request = cancel?.request ?? null;
  if (request === null || !responses.some(({ status }) => status === 180)) return false;
  const wait = request.time - answered;
  if (wait < 0 || wait > SOON) return false;
  return !reasonsOf(request).some(
    ({ protocol, cause }) =>
      (protocol === 'SIP' && cause === 200) || (protocol === 'Q.850' && cause === 26),
  );
}
