import type { Call } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { forgottenHold } from '../../facts/holds.ts';
import { isNegotiated } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/** The call ended while a party was on hold: a caller who gave up waiting, where the party on hold hung up. */
export const holdNotResumed: Rule<'hold-not-resumed', Call> = {
  id: 'hold-not-resumed',
  severity: 'warning',
  tier: 'user',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const hold = forgottenHold(call, context);
    const bye = call.dialogs.find((dialog) => dialog.bye !== null)?.bye?.request ?? null;
    if (hold === null || bye === null) return [];
    const endedBy = call.release === hold.holder ? 'holder' : 'held';
    return [
      {
        rule: 'hold-not-resumed',
        severity: endedBy === 'held' ? 'warning' : 'info',
        confidence: 'likely',
        status: 'present',
        scope: 'dialog',
        args: {
          holder: hold.begun.message.sender.name,
          heldUs: hold.until - hold.from,
          endedBy,
        },
        evidence: [shown(hold.begun.message), shown(bye)],
      },
    ];
  },
};
