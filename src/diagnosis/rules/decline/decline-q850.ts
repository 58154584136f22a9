import type { Call } from '../../../call/types.ts';
import { locationOf } from '../../../call/decline.ts';
import { declineFinding, declineOf, declineProof } from '../../facts/decline.ts';
import type { Rule } from '../../rule.ts';

/** Q.850 cause 21 (call rejected) with the location that says whose side decided (RFC 6432, RFC 8606 §4). */
export const declineQ850: Rule<'decline-q850', Call> = {
  id: 'decline-q850',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['invite-failed'],
  applies: ({ final }) => final !== null && final.status >= 400 && final.hasReason,
  check(call, context) {
    const decline = declineOf('q850', call, context);
    if (decline === null) return [];
    const { refusal } = decline;
    const location = locationOf(refusal);
    return [
      {
        ...declineFinding(decline),
        rule: 'decline-q850',
        args: {
          node: refusal.hop.server.name,
          location,
          side: location === 'U' ? 'user' : 'network',
        },
        evidence: declineProof(decline, 'Reason'),
      },
    ];
  },
};
