import type { Call } from '../../../call/types.ts';
import { causeOf } from '../../../call/decline.ts';
import { declineFinding, declineOf, declineProof, failedWith } from '../../facts/decline.ts';
import type { Rule } from '../../rule.ts';

/** A PBX's 603 for a hang-up without a cause of its own, as Asterisk sends it: a dial plan, not a person. */
export const declinePbxDefault: Rule<'decline-pbx-default', Call> = {
  id: 'decline-pbx-default',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['global-failure'],
  applies: failedWith(603),
  check(call, context) {
    const decline = declineOf('pbx-default', call, context);
    if (decline === null) return [];
    const { refusal } = decline;
    return [
      {
        ...declineFinding(decline),
        rule: 'decline-pbx-default',
        args: { node: refusal.hop.server.name, agent: refusal.agent, cause: causeOf(refusal) },
        evidence: declineProof(decline, 'Reason'),
      },
    ];
  },
};
