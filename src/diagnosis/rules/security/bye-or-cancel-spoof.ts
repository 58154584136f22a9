import { isSuccess } from '../../../call/milestones.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, shown } from '../../evidence.ts';
import { type Bye, byes } from '../../facts/byes.ts';
import type { Proof, Rule } from '../../rule.ts';

/** Messages that may name a node (a bound for hostile input). */
const MAX_MESSAGES = 500;

/**
 * A BYE with the right tags came from an address that had no part in the call until then, was accepted, and afterwards the
 * side in whose name it was sent went on with the call from its own address, as who did not hang up does (RFC 3261 §26.1.4).
 * Without that second half it may be a device that moved or a node that took over, so nothing is said; of a CANCEL there is no
 * second half, as everybody acknowledges its 487.
 */
export const byeOrCancelSpoof: Rule<'bye-or-cancel-spoof', Call> = {
  id: 'bye-or-cancel-spoof',
  severity: 'error',
  tier: 'policy',
  kinds: ['call'],
  needs: ['bye', 'answer'],
  applies: ({ invite, transactions }) => transactions.some((one) => isForeign(one, invite)),
  check(call, context) {
    for (const bye of byes(call, context)) {
      const { request, final, hops } = bye;
      if (final === null || !isSuccess(final) || hadPart(request, call)) continue;
      const goesOn = call.transactions.find((one) => isLater(one, bye, final));
      if (goesOn === undefined) continue;
      const own = goesOn.request as Message;
      const evidence: [Proof, ...Proof[]] = [requestOf(hops[0]), shown(final), shown(own)];
      if (goesOn.final !== null) evidence.push(shown(goesOn.final));
      return [
        {
          rule: 'bye-or-cancel-spoof',
          severity: 'error',
          confidence: 'likely',
          status: 'present',
          scope: 'call',
          args: {
            address: request.sender.address,
            victim: own.sender.name,
            server: request.receiver.name,
            method: own.method,
            afterUs: own.time - final.time,
          },
          evidence,
        },
      ];
    }
    return [];
  },
};

/** A cheap look: a BYE from neither end of the INVITE. */
function isForeign({ method, client }: Transaction, invite: Call['invite']): boolean {
  if (method !== 'BYE' || invite === null || client.address === '') return false;
  return client.address !== invite.client.address && client.address !== invite.server.address;
}

/** Its sender was seen in the call before, or is named in one of its messages (a Contact, a Via, a route). */
function hadPart({ time, sender }: Message, { messages }: Call): boolean {
  const { address } = sender;
  if (address === '') return true;
  return messages.slice(0, MAX_MESSAGES).some((other) => {
    if (!(other.time < time)) return false;
    if (other.sender.address === address || other.receiver.address === address) return true;
    return other.text.includes(address);
  });
}

/** The same side sends another request in the dialog, after this one was confirmed, from an address that is its own. */
function isLater({ request, method }: Transaction, bye: Bye, final: Message): boolean {
  if (request === null || method === 'ACK' || !(request.time > final.time)) return false;
  const { sender, fromTag, toTag } = bye.request;
  return (
    request.fromTag === fromTag &&
    request.toTag === toTag &&
    request.sender.address !== sender.address &&
    !bye.hops.some(({ server }) => server.address === request.sender.address)
  );
}
