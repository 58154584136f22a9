import type { Call } from '../../../call/types.ts';
import { declineFinding, declineOf, declineProof, failedWith } from '../../facts/decline.ts';
import type { Rule } from '../../rule.ts';

/** One caller is refused within seconds and without ringing by several callees: machines do that, people do not. */
export const declineAnalyticsProbable: Rule<'decline-analytics-probable', Call> = {
  id: 'decline-analytics-probable',
  severity: 'info',
  tier: 'policy',
  kinds: ['call'],
  needs: ['global-failure'],
  applies: failedWith(603),
  check(call, context) {
    const decline = declineOf('analytics-probable', call, context);
    if (decline === null) return [];
    const { refusal } = decline;
    const { refusals, callees } = context.surroundings.quickRefusals(refusal.caller);
    return [
      {
        ...declineFinding(decline),
        rule: 'decline-analytics-probable',
        args: { node: refusal.hop.server.name, caller: refusal.caller, refusals, callees },
        evidence: declineProof(decline),
      },
    ];
  },
};
