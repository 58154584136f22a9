import type { Call } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { forgottenHold, holds, mutualHold } from '../../facts/holds.ts';
import { isNegotiated } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/**
 * A party was put on hold (RFC 3264 §8.4). The old way, an address of 0.0.0.0, has to be understood by everybody and is
 * no fault; a hold with a worse end is told by the rules beside this one.
 */
export const holdState: Rule<'hold-state', Call> = {
  id: 'hold-state',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const all = holds(call, context);
    const [first] = all;
    if (first === undefined) return [];
    if (forgottenHold(call, context) !== null || mutualHold(call, context) !== null) return [];
    return [
      {
        rule: 'hold-state',
        severity: 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'dialog',
        args: {
          holder: first.begun.message.sender.name,
          how: first.how,
          heldUs: all.reduce((sum, { from, until }) => sum + until - from, 0),
          holds: all.length,
          resumed: all.every(({ ended }) => ended !== null),
        },
        evidence:
          first.ended === null
            ? [shown(first.begun.message)]
            : [shown(first.begun.message), shown(first.ended.message)],
      },
    ];
  },
};
