/** Requests inside a dialog that were lost on their way to a Contact, beside the message that gave it. */
import type { Call, Transaction } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import { requestOf, shown } from '../evidence.ts';
import type { Proof, RuleContext } from '../rule.ts';
import { answers, calleeHop, mayLackAck } from './answers.ts';
import { fact } from './fact.ts';
import { dialogRequests, hasTroubleInside, isUndelivered } from './in-dialog.ts';
import { contactOf, requestTarget, sameTarget, type Target } from './targets.ts';

export interface LostContact {
  /** The message that gave the Contact, as it was seen nearest to its sender. */
  readonly given: Message;
  readonly target: Target;
  readonly side: 'caller' | 'callee';
  readonly method: string;
  readonly sender: string;
  readonly code: number;
  /** The call ended because of it. */
  readonly dropped: boolean;
  readonly proof: readonly [Proof, ...Proof[]];
}

/** Copies of a 2xx, the first included, from which its ACK evidently does not arrive. */
const COPIES = 3;

/** A cheap look whether a request of the dialog may have been lost. */
export function mayLoseRequests(call: Call): boolean {
  return mayLackAck(call) || hasTroubleInside(call);
}

export const lostContacts = fact((call: Call, context: RuleContext): readonly LostContact[] => [
  ...lostAcks(call, context),
  ...lostRequests(call, context),
]);

/** The callee goes on repeating its 2xx: the ACK went to its Contact, or nowhere. */
function lostAcks(call: Call, context: RuleContext): LostContact[] {
  if (!mayLackAck(call)) return [];
  return answers(call, context).flatMap((one): LostContact[] => {
    const { answer, copies } = calleeHop(one);
    const target = contactOf(answer);
    if (target === null || copies.length + 1 < COPIES) return [];
    if (one.acks.some(({ receiver }) => receiver.address === answer.sender.address)) return [];
    const { gaveUp } = one;
    const lastAck = one.acks.findLast(({ repeat }) => repeat !== 'duplicate');
    return [
      {
        given: answer,
        target,
        side: 'callee',
        method: 'ACK',
        sender: answer.receiver.name,
        code: 0,
        dropped: gaveUp !== null,
        proof: [
          { kind: 'message', message: answer, copies: copies.length + 1, field: 'Contact' },
          ...(lastAck === undefined ? [] : [shown(lastAck)]),
          ...(gaveUp === null ? [] : [shown(gaveUp.bye)]),
        ],
      },
    ];
  });
}

function lostRequests(call: Call, context: RuleContext): LostContact[] {
  if (!hasTroubleInside(call)) return [];
  return dialogRequests(call, context).flatMap((one): LostContact[] => {
    const { request, final, hops, method } = one;
    if (!isUndelivered(one, context.surroundings)) return [];
    const last = hops.at(-1) as Transaction;
    const target = last.request === null ? null : requestTarget(last.request);
    const given = target === null ? null : giverOf(target, request, call);
    if (target === null || given === null) return [];
    // It went to where the device was seen, so its Contact did not decide.
    if (last.server.address === given.sender.address) return [];
    return [
      {
        given,
        target,
        side: request.fromTag === call.invite?.request?.fromTag ? 'callee' : 'caller',
        method,
        sender: last.client.name,
        code: final?.status ?? 0,
        dropped: method === 'INVITE' || call.outcome === 'dropped',
        proof: [
          shown(given, 'Contact'),
          requestOf(last),
          ...(final === null ? [] : [shown(final)]),
        ],
      },
    ];
  });
}

/** The first message from the other side of the dialog with this Contact. */
function giverOf(target: Target, request: Message, { messages }: Call): Message | null {
  return (
    messages.find((message) => {
      if (message.time >= request.time || message.cseqMethod === 'ACK') return false;
      const tag = message.status === 0 ? message.fromTag : message.toTag;
      if (tag === '' || tag !== request.toTag) return false;
      const contact = contactOf(message);
      return contact !== null && sameTarget(contact, target);
    }) ?? null
  );
}
