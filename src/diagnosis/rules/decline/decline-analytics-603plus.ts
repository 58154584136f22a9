import type { Call } from '../../../call/types.ts';
import { declineFinding, declineOf, declineProof, failedWith } from '../../facts/decline.ts';
import type { Rule } from '../../rule.ts';

/** "603+": a network blocked the call by analytics and should name a contact for redress (ATIS-1000099). */
export const declineAnalytics603plus: Rule<'decline-analytics-603plus', Call> = {
  id: 'decline-analytics-603plus',
  severity: 'warning',
  tier: 'policy',
  kinds: ['call'],
  needs: ['global-failure'],
  applies: failedWith(603),
  check(call, context) {
    const decline = declineOf('analytics-603plus', call, context);
    if (decline === null) return [];
    const { refusal } = decline;
    if (refusal.analytics === null) return [];
    const { fault, url, tel, email, id, location } = refusal.analytics;
    return [
      {
        ...declineFinding(decline),
        rule: 'decline-analytics-603plus',
        severity: 'warning',
        args: {
          node: refusal.hop.server.name,
          compliant: fault === '',
          fault,
          url,
          tel,
          email,
          id,
          location,
        },
        evidence: declineProof(decline, 'Reason'),
      },
    ];
  },
};
