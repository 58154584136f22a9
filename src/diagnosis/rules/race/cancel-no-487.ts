import { sawEnough } from '../../../call/horizon.ts';
import { isSuccess } from '../../../call/milestones.ts';
import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { type Cancel, cancels } from '../../facts/cancels.ts';
import type { Rule } from '../../rule.ts';

/** 64·T1, µs: the client may count the INVITE as over then (RFC 3261 §9.1). */
const GUARD = 32_000_000;

/**
 * The CANCEL was confirmed with a 200 and the INVITE got no final response within 64·T1 on the same link, where a 487
 * belongs (RFC 3261 §9.2). The deepest such hop is told: what is nearer to the caller waits for it.
 */
export const cancelNo487: Rule<'cancel-no-487', Call> = {
  id: 'cancel-no-487',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['cancel', 'no-final'],
  check(call, context) {
    const { surroundings } = context;
    const waiting = cancels(call, context).filter(isWaiting);
    const deepest = waiting.find(
      ({ invite }) => !waiting.some((other) => other.invite.upstream === invite),
    );
    if (deepest === undefined) return [];
    const { cancel, request, invite } = deepest;
    if (!sawEnough(surroundings, request.time, GUARD)) return [];
    const confirmed = cancel.final as Cancel['request'];
    return [
      {
        rule: 'cancel-no-487',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: { node: invite.server.name, waitedUs: surroundings.captureEnd - request.time },
        evidence: [
          requestOf(cancel),
          shown(confirmed),
          silence(
            invite.server,
            invite.client,
            request.time,
            surroundings.captureEnd,
            AWAITED.final,
          ),
        ],
      },
    ];
  },
};

/** Confirmed, and nothing came; an ACK shows that a final response was merely not captured. */
function isWaiting({ cancel, invite, matches }: Cancel): boolean {
  if (!matches || invite.final !== null || invite.ack !== null) return false;
  return cancel.final !== null && isSuccess(cancel.final);
}
