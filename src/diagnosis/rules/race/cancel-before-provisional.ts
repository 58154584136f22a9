import type { Call } from '../../../call/types.ts';
import { sawEnough } from '../../../call/horizon.ts';
import { requestOf, shown } from '../../evidence.ts';
import { type Cancel, cancels, isKept, KEPT_WITHIN, wentOn } from '../../facts/cancels.ts';
import type { Message } from '../../../sip/message.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/**
 * A CANCEL left before any response to its INVITE (RFC 3261 §9.1: the client waits for a 1xx), and it was in vain: the
 * server refused it, or the call went on. Told only where the response was seen later, so that it cannot merely be missing.
 */
export const cancelBeforeProvisional: Rule<'cancel-before-provisional', Call> = {
  id: 'cancel-before-provisional',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['cancel'],
  check(call, context) {
    for (const one of cancels(call, context)) {
      const { cancel, request, invite, invited } = one;
      const [first] = invite.responses;
      if (!one.matches || first === undefined || first.time < request.time) continue;
      if (isKept(one, call)) continue;
      const effect = effectOf(one);
      if (effect === null) continue;
      return [
        {
          rule: 'cancel-before-provisional',
          severity: 'warning',
          confidence:
            mayBeKept(call, request, context) ||
            !context.surroundings.sawDirection(cancel.server, cancel.client)
              ? 'likely'
              : 'proven',
          status: 'present',
          scope: 'call',
          args: {
            sender: cancel.client.name,
            node: cancel.server.name,
            afterUs: request.time - invited.time,
            how: effect.how,
          },
          evidence: [requestOf(invite), requestOf(cancel), shown(effect.message)],
        },
      ];
    }
    return [];
  },
};

/** The call is not over, and its caller may yet go on in it. */
function mayBeKept(
  { stage, final, dialogs }: Call,
  { time }: Message,
  { surroundings }: RuleContext,
): boolean {
  if (sawEnough(surroundings, time, KEPT_WITHIN)) return false;
  if (stage !== 'answered') return final === null;
  return dialogs.some(({ answer, bye }) => answer !== null && bye === null);
}

function effectOf(one: Cancel): { how: 'refused' | 'went-on'; message: Cancel['request'] } | null {
  const { final } = one.cancel;
  if (final !== null && final.status >= 300) return { how: 'refused', message: final };
  const progress = wentOn(one);
  return progress === null ? null : { how: 'went-on', message: progress };
}
