import type { Call } from '../../../call/types.ts';
import { declineFinding, declineOf, declineProof, failedWith } from '../../facts/decline.ts';
import type { Rule } from '../../rule.ts';

/** Refused faster than a person can, or without ringing: do-not-disturb, block list, call screening. */
export const declineDevicePolicy: Rule<'decline-device-policy', Call> = {
  id: 'decline-device-policy',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['global-failure'],
  applies: failedWith(603),
  check(call, context) {
    const decline = declineOf('device-policy', call, context);
    if (decline === null) return [];
    const { refusal } = decline;
    return [
      {
        ...declineFinding(decline),
        rule: 'decline-device-policy',
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
