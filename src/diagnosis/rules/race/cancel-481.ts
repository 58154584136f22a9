import type { Call } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { type Cancel, cancels, wentOn } from '../../facts/cancels.ts';
import type { Rule } from '../../rule.ts';

/**
 * A CANCEL that matches its open INVITE in every field was answered 481: the server has lost the transaction (a restart, a
 * fail-over without state, another node of a cluster; RFC 3261 §9.2). A 481 after the final response merely crossed it.
 */
export const cancel481: Rule<'cancel-481', Call> = {
  id: 'cancel-481',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['cancel', 'client-error'],
  check(call, context) {
    for (const one of cancels(call, context)) {
      const { cancel, invite } = one;
      const { final } = cancel;
      if (final?.status !== 481 || !one.matches) continue;
      if (invite.final !== null && invite.final.time <= final.time) continue;
      // Something went before it was taken: `cancel-before-provisional`.
      if (invite.responses.every(({ time }) => time > one.request.time)) continue;
      const goesOn = wentOn(one) !== null;
      return [
        {
          rule: 'cancel-481',
          severity: goesOn ? 'warning' : 'info',
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: {
            node: cancel.server.name,
            sender: cancel.client.name,
            how: goesOn ? 'went-on' : 'ended',
          },
          evidence: [requestOf(invite), requestOf(cancel), shown(final), ...progressOf(one)],
        },
      ];
    }
    return [];
  },
};

function progressOf(one: Cancel): ReturnType<typeof shown>[] {
  const progress = wentOn(one);
  return progress === null ? [] : [shown(progress)];
}
