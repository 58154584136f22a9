import { isSuccess } from '../../../call/milestones.ts';
import type { Call } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, shown } from '../../evidence.ts';
import {
  type DialogRequest,
  dialogRequests,
  failureOf,
  hasTroubleInside,
  isUndelivered,
} from '../../facts/in-dialog.ts';
import { contactOf, requestTarget, sameTarget, type Target } from '../../facts/targets.ts';
import type { Rule } from '../../rule.ts';

/** A Contact that came this shortly before may not have been taken in yet, µs. */
const TAKEN_IN = 100_000;

/** A Contact that one side gave to the other, as the other got it. */
interface Given {
  readonly message: Message;
  readonly target: Target;
}

/**
 * One side changed its Contact in a re-INVITE or UPDATE, and a later request to it went to the old one and failed: the new
 * remote target has to be used (RFC 3261 §12.2.1.1, §12.2.2; RFC 3311 §5.1).
 */
export const targetRefreshIgnored: Rule<'target-refresh-ignored', Call> = {
  id: 'target-refresh-ignored',
  severity: 'warning',
  tier: 'routing',
  kinds: ['call'],
  needs: ['answer'],
  applies: hasTroubleInside,
  check(call, context) {
    const requests = dialogRequests(call, context);
    for (const one of requests) {
      if (!isUndelivered(one, context.surroundings)) continue;
      const used = requestTarget(one.request);
      const given = givenTo(one.request, call, requests);
      const now = given.at(-1);
      if (used === null || now === undefined || sameTarget(now.target, used)) continue;
      const old = given.find(({ target }) => sameTarget(target, used));
      if (old === undefined) continue;
      const { method, request, final, hops } = one;
      return [
        {
          rule: 'target-refresh-ignored',
          severity: 'warning',
          confidence: failureOf(one, context.surroundings),
          status: 'present',
          scope: 'dialog',
          args: {
            method,
            sender: request.sender.name,
            old: used.text,
            now: now.target.text,
            code: final?.status ?? 0,
          },
          evidence: [
            shown(now.message, 'Contact'),
            requestOf(hops[0]),
            ...(final === null ? [] : [shown(final)]),
          ],
        },
      ];
    }
    return [];
  },
};

/** Contacts that the sender of this request had been given, the latest last; a refused change gives none. */
function givenTo(request: Message, call: Call, requests: readonly DialogRequest[]): Given[] {
  const refused = new Set(
    requests.filter(({ final }) => final === null || !isSuccess(final)).flatMap(({ hops }) => hops),
  );
  return call.transactions
    .flatMap((one) => {
      if ((one.method !== 'INVITE' && one.method !== 'UPDATE') || refused.has(one)) return [];
      return one.request === null ? one.responses : [one.request, ...one.responses];
    })
    .filter((message) => isGiven(message, request))
    .flatMap((message) => {
      const target = contactOf(message);
      return target === null ? [] : [{ message, target }];
    })
    .sort((a, b) => a.message.time - b.message.time);
}

/** From the other side of the dialog, and received where this request was sent. */
function isGiven(message: Message, request: Message): boolean {
  if (message.time + TAKEN_IN > request.time) return false;
  if (message.receiver.address !== request.sender.address) return false;
  if (message.status === 0) return message.fromTag === request.toTag;
  return (
    isSuccess(message) && message.toTag === request.toTag && message.fromTag === request.fromTag
  );
}
