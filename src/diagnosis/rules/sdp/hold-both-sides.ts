import type { Call } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { mutualHold } from '../../facts/holds.ts';
import { isNegotiated } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/** Both parties had put each other on hold: resuming on one side alone does not bring the sound back. */
export const holdBothSides: Rule<'hold-both-sides', Call> = {
  id: 'hold-both-sides',
  severity: 'warning',
  tier: 'user',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const both = mutualHold(call, context);
    if (both === null) return [];
    const { first, second, togetherUs } = both;
    return [
      {
        rule: 'hold-both-sides',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'dialog',
        args: {
          first: first.begun.message.sender.name,
          second: second.begun.message.sender.name,
          togetherUs,
        },
        evidence: [shown(first.begun.message), shown(second.begun.message)],
      },
    ];
  },
};
