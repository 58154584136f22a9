/** What the sender of a request inside a dialog had learned about its way, as seen on its own link (RFC 3261 §12.1). */
import { isSuccess } from '../../call/milestones.ts';
import type { Call } from '../../call/types.ts';
import { fieldValues } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import type { RuleContext } from '../rule.ts';
import { fact } from './fact.ts';
import {
  type DialogRequest,
  dialogRequests,
  hasTroubleInside,
  isUndelivered,
} from './in-dialog.ts';
import { routesOf, type Target } from './targets.ts';

/** A request by an end of the dialog itself, beside what that end had been told. */
export interface Routed {
  readonly one: DialogRequest;
  /** The INVITE or its 2xx, as the sender got it. */
  readonly learned: Message;
  /** The route set in the order in which it is to be used, and the Route fields that were sent. */
  readonly expected: readonly Target[];
  readonly sent: readonly Target[];
  /** It did not get to the other side. */
  readonly failed: boolean;
}

/**
 * Only what an end sent itself (one Via) is compared, and only with what reached the same host: proxies take routes off, and
 * topology hiding changes them, further on.
 */
export const routed = fact((call: Call, context: RuleContext): readonly Routed[] =>
  dialogRequests(call, context).flatMap((one) => {
    const { request } = one;
    if (fieldValues(request, 'Via').length !== 1) return [];
    const learned = learnedBy(request, call);
    if (learned === null) return [];
    const recorded = routesOf(learned, 'Record-Route');
    if (recorded.length === 0) return [];
    return [
      {
        one,
        learned,
        expected: learned.status === 0 ? recorded : recorded.toReversed(),
        sent: routesOf(request, 'Route'),
        failed: isUndelivered(one, context.surroundings),
      },
    ];
  }),
);

/** The initial INVITE as the callee got it, or its 2xx as the caller did. */
function learnedBy({ sender, fromTag, toTag }: Message, { rounds, invite }: Call): Message | null {
  const caller = invite?.request?.fromTag ?? '';
  const hops = rounds.at(-1)?.hops ?? [];
  if (caller === '') return null;
  for (const { request, responses } of hops) {
    if (fromTag === caller) {
      const answer = responses.find(
        (one) => isSuccess(one) && one.toTag === toTag && one.receiver.address === sender.address,
      );
      if (answer !== undefined) return answer;
    } else if (toTag === caller && request?.receiver.address === sender.address) {
      const own = responses.some((one) => isSuccess(one) && one.toTag === fromTag);
      if (own) return request;
    }
  }
  return null;
}

/** Something in the dialog went wrong, or a request went to somebody else than the INVITE did. */
export function mayBeMisrouted(call: Call): boolean {
  const { invite, transactions } = call;
  if (invite === null) return false;
  if (hasTroubleInside(call)) return true;
  return transactions.some(
    ({ method, request, server, client }) =>
      method !== 'ACK' &&
      request !== null &&
      request.hasToTag &&
      client === invite.client &&
      server !== invite.server,
  );
}

/** `host:port`: users and parameters of routes do not decide where a request goes. */
export function placeOf({ host, uri }: Target): string {
  return `${host}:${uri.port ?? (uri.scheme === 'sips' ? 5061 : 5060)}`;
}

export function listed(targets: readonly Target[]): string {
  return targets.map(placeOf).join(', ');
}

/** Some route that it had to name is missing. */
export function lacksRoute({ expected, sent }: Routed): boolean {
  const places = new Set(sent.map(placeOf));
  return expected.some((target) => !places.has(placeOf(target)));
}

/** All of its routes are loose ones: a strict router would change the Request-URI instead (RFC 3261 §12.2.1.1). */
export function isLoose({ expected }: Routed): boolean {
  return expected.every(({ uri }) => uri.params.has('lr'));
}
