import type { Call } from '../../../call/types.ts';
import { declineFinding, declineOf, declineProof, failedWith } from '../../facts/decline.ts';
import type { Rule } from '../../rule.ts';

/** A 603 after a while, from something that does not say what it is, and nothing rang: whoever refused stays unknown. */
export const declineUnattributed: Rule<'decline-unattributed', Call> = {
  id: 'decline-unattributed',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['global-failure'],
  applies: failedWith(603),
  check(call, context) {
    const decline = declineOf('unknown', call, context);
    if (decline === null) return [];
    const { refusal } = decline;
    return [
      {
        ...declineFinding(decline),
        rule: 'decline-unattributed',
        args: {
          afterUs: refusal.afterUs,
          node: refusal.hop.server.name,
          agent: refusal.agent,
          rang: refusal.alerting !== null,
        },
        evidence: declineProof(decline),
      },
    ];
  },
};
