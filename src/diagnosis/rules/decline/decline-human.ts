import type { Call } from '../../../call/types.ts';
import { declineFinding, declineOf, declineProof, failedWith } from '../../facts/decline.ts';
import type { Rule } from '../../rule.ts';

/** Refused after it rang long enough for a person to react, without a machine's reason. */
export const declineHuman: Rule<'decline-human', Call> = {
  id: 'decline-human',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['global-failure'],
  applies: failedWith(603),
  check(call, context) {
    const decline = declineOf('human', call, context);
    if (decline === null) return [];
    const { refusal } = decline;
    return [
      {
        ...declineFinding(decline),
        rule: 'decline-human',
        args: { ringUs: refusal.afterUs, node: refusal.hop.server.name, agent: refusal.agent },
        evidence: declineProof(decline),
      },
    ];
  },
};
