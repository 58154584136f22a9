import type { Call } from '../../../call/types.ts';
import { declineFinding, declineOf, declineProof, failedWith } from '../../facts/decline.ts';
import type { Rule } from '../../rule.ts';

/** 607: the callee, or something on their behalf, marked the call as unwanted (RFC 8197). */
export const decline607: Rule<'decline-607', Call> = {
  id: 'decline-607',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['global-failure'],
  applies: failedWith(607, 603),
  check(call, context) {
    const decline = declineOf('607', call, context);
    if (decline === null) return [];
    const { refusal } = decline;
    return [
      {
        ...declineFinding(decline),
        rule: 'decline-607',
        args: { node: refusal.hop.server.name },
        evidence: declineProof(decline),
      },
    ];
  },
};
