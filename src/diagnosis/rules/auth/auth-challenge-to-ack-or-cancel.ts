import { CHALLENGES } from '../../../call/closing.ts';
import type { Judged, Transaction } from '../../../call/types.ts';
import { requestOf } from '../../evidence.ts';
import { challengeShown } from '../../facts/digest-proof.ts';
import type { Rule } from '../../rule.ts';

const UNANSWERABLE: ReadonlySet<string> = new Set(['ACK', 'CANCEL']);

/**
 * A 401 or 407 to an ACK or CANCEL (RFC 3261 §22.1): neither can be sent again with another CSeq number, so nobody can
 * answer. The call that was to be cancelled goes on ringing.
 */
export const authChallengeToAckOrCancel: Rule<'auth-challenge-to-ack-or-cancel'> = {
  id: 'auth-challenge-to-ack-or-cancel',
  severity: 'warning',
  tier: 'policy',
  kinds: ['call', 'other'],
  needs: ['challenge'],
  check({ transactions }: Judged) {
    const asked = transactions.find(isUnanswerable);
    const final = asked?.final;
    if (asked === undefined || !final) return [];
    return [
      {
        rule: 'auth-challenge-to-ack-or-cancel',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          client: asked.client.name,
          server: asked.server.name,
          method: asked.method,
          code: final.status,
        },
        evidence:
          asked.request === null
            ? [challengeShown(final)]
            : [requestOf(asked), challengeShown(final)],
      },
    ];
  },
};

function isUnanswerable({ method, final }: Transaction): boolean {
  return UNANSWERABLE.has(method) && final !== null && CHALLENGES.has(final.status);
}
