import type { Call } from '../../../call/types.ts';
import { hasField } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, shown } from '../../evidence.ts';
import { changes, endedSoon, isRecovered, purposeOf } from '../../facts/changes.ts';
import { type DialogRequest, hasTroubleInside, reachedBy } from '../../facts/in-dialog.ts';
import { sessionExpiry } from '../../facts/refreshes.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** Refusals that ask for credentials, that other rules tell, or that a withdrawn request gets. */
const OTHERS: ReadonlySet<number> = new Set([401, 407, 422, 481, 487, 491]);
/** An element that does not know UPDATE: `update-not-allowed`. */
const UNKNOWN_METHOD: ReadonlySet<number> = new Set([405, 501]);

/**
 * A re-INVITE or UPDATE in an established dialog was refused and its sender found no other way: the session stays as it was
 * (RFC 3261 §14.1). An error when the call ended soon after, or when it was the refresh without which the session ran out.
 */
export const reinviteFailed: Rule<'reinvite-failed', Call> = {
  id: 'reinvite-failed',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  needs: ['failure'],
  applies: hasTroubleInside,
  check(call, context) {
    const all = changes(call, context);
    for (const one of all) {
      const { final, method, request, hops } = one;
      if (final === null || final.status < 300 || isOthers(final, method)) continue;
      const { bye } = call.milestones;
      // It crossed the hang-up.
      if ((bye !== null && bye <= final.time) || isRecovered(one, all)) continue;
      const lost = expiryAfter(one, call, context);
      const ended = lost !== null || endedSoon(call, final.time);
      return [
        {
          rule: 'reinvite-failed',
          severity: ended ? 'error' : 'warning',
          confidence: 'proven',
          status: 'present',
          scope: ended ? 'call' : 'dialog',
          args: {
            method,
            asker: request.sender.name,
            node: reachedBy(one),
            code: final.status,
            phrase: final.phrase,
            purpose: purposeOf(one, call, context),
            ended,
            expiredUs: lost === null ? 0 : lost.time - final.time,
          },
          evidence: [requestOf(hops[0]), shown(final), ...(lost === null ? [] : [shown(lost)])],
        },
      ];
    }
    return [];
  },
};

/** The BYE by which the session timer ended the call, if this was a try to keep it running (RFC 4028 §10). */
function expiryAfter({ request }: DialogRequest, call: Call, context: RuleContext): Message | null {
  const expiry = sessionExpiry(call, context);
  return expiry !== null && request.time > expiry.timer.set.time ? expiry.request : null;
}

function isOthers(final: Message, method: string): boolean {
  const { status } = final;
  if (OTHERS.has(status)) return true;
  if (method === 'UPDATE' && UNKNOWN_METHOD.has(status)) return true;
  // Glare seen from the side that has an INVITE under way itself (RFC 3261 §14.2).
  return status === 500 && hasField(final, 'Retry-After');
}
