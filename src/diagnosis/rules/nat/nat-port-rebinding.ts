import type { Call, Transaction } from '../../../call/types.ts';
import { fieldValues } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { isPublic } from '../../../sip/address-class.ts';
import { parseVia } from '../../../sip/values/via.ts';
import { requestOf, shown } from '../../evidence.ts';
import {
  type DialogRequest,
  dialogRequests,
  hasTroubleInside,
  isUndelivered,
} from '../../facts/in-dialog.ts';
import type { Rule } from '../../rule.ts';

/** A device that was seen at one public place and then at another, as the same to itself. */
interface Moved {
  readonly before: Message;
  readonly after: Message;
}

/**
 * The NAT in front of a device gave it another public address or port during a call (RFC 4787 §4.3): the device names itself
 * in Via as before, its packets come from elsewhere, and a request to the old place was lost. Over UDP only; a new TCP
 * connection has a new port by nature.
 */
export const natPortRebinding: Rule<'nat-port-rebinding', Call> = {
  id: 'nat-port-rebinding',
  severity: 'warning',
  tier: 'transport',
  kinds: ['call'],
  needs: ['answer'],
  applies: hasTroubleInside,
  check(call, context) {
    const requests = dialogRequests(call, context);
    for (const one of requests) {
      if (!isUndelivered(one, context.surroundings)) continue;
      const moved = movedOf(one, call);
      if (moved === null) continue;
      const { before, after } = moved;
      const last = one.hops.at(-1) as Transaction;
      return [
        {
          rule: 'nat-port-rebinding',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'dialog',
          args: {
            device: after.sentBy,
            before: before.sender.name,
            after: after.sender.name,
            method: one.method,
            code: one.final?.status ?? 0,
          },
          evidence: [shown(before, 'Via'), shown(after, 'Via'), requestOf(last)],
        },
      ];
    }
    return [];
  },
};

/** The place that this request went to, and the other one at which the same device was seen. */
function movedOf({ hops, request }: DialogRequest, { messages }: Call): Moved | null {
  const { server } = hops.at(-1) as Transaction;
  const own = messages.filter((message) => isOwn(message, request.toTag));
  const before = own.find(({ sender }) => sender === server);
  if (before === undefined || !isTranslated(before)) return null;
  const after = own.find(
    (message) =>
      message.sender !== server &&
      message.time > before.time &&
      message.sameSentBy(before) &&
      isTranslated(message),
  );
  return after === undefined ? null : { before, after };
}

/** Sent by the device itself, over UDP. */
function isOwn(message: Message, tag: string): boolean {
  const { status, transport, fromTag } = message;
  return (
    status === 0 &&
    transport === 'udp' &&
    fromTag === tag &&
    fieldValues(message, 'Via').length === 1
  );
}

/** It comes from a public address that it does not know itself. */
function isTranslated(message: Message): boolean {
  const { address } = message.sender;
  return isPublic(address) && parseVia(fieldValues(message, 'Via')[0] ?? '').host !== address;
}
