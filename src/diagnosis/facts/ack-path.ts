import type { Call } from '../../call/types.ts';
import type { AckFault } from '../../model/race-args.ts';
import { fieldValues } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import type { Endpoint } from '../../model/packet.ts';
import { type Answer, answers, calleeHop } from './answers.ts';
import { fact } from './fact.ts';
import {
  contactOf,
  isAddress,
  requestTarget,
  routesOf,
  sameTarget,
  type Target,
} from './targets.ts';

/** Copies of the 2xx after the ACK, and the time after it, µs, from which the callee evidently did not get it. */
const COPIES = 2;
const AFTER = 1_000_000;
/** ACKs this near to the first one are the same ACK on its further hops, µs. */
const RELAYED = 400_000;

/** A 2xx that went on being repeated although its ACK was seen. */
export interface UnheededAck {
  readonly one: Answer;
  /** The ACK where it was seen first, and where it was seen last on its way. */
  readonly ack: Message;
  readonly lastSeen: Message;
  /** Copies of the 2xx that came after it. */
  readonly later: readonly Message[];
  readonly how: AckFault;
  readonly found: string;
  readonly expected: string;
}

export const unheededAck = fact((call: Call, context): UnheededAck | null => {
  for (const one of answers(call, context)) {
    const [ack] = one.acks;
    if (ack === undefined) continue;
    const later = calleeHop(one).copies.filter(({ time }) => time > ack.time);
    const last = later.at(-1);
    if (last === undefined || later.length < COPIES || last.time - ack.time < AFTER) continue;
    const lastSeen =
      one.acks.findLast(
        ({ time, repeat }) => repeat !== 'duplicate' && time - ack.time <= RELAYED,
      ) ?? ack;
    return { one, ack, lastSeen, later, ...faultOf(one, ack, lastSeen) };
  }
  return null;
});

interface Fault {
  readonly how: AckFault;
  readonly found: string;
  readonly expected: string;
}

function faultOf(one: Answer, ack: Message, lastSeen: Message): Fault {
  return wrongField(one, ack) ?? wrongPlace(one, lastSeen);
}

/** Compares the ACK with the 2xx that its sender got, as both were seen on that link: NAT helpers rewrite fields. */
function wrongField({ hops }: Answer, ack: Message): Fault | null {
  const own = hops.find(({ hop }) => hop.client.address === ack.sender.address);
  if (own === undefined) return null;
  const { answer, hop } = own;
  const route = routesOf(answer, 'Record-Route').toReversed();
  // Further on, proxies have taken off what they used of the route.
  const byCaller = hop.request !== null && fieldValues(hop.request, 'Via').length === 1;
  const sent = routesOf(ack, 'Route');
  if (byCaller && !sameRoute(route, sent)) {
    return { how: 'route', found: listed(sent), expected: listed(route) };
  }
  const [contact, target] = [contactOf(answer), requestTarget(ack)];
  // A strict router in front gets the Request-URI for itself (RFC 3261 §12.2.1.1).
  const loose = route.every(({ uri }) => uri.params.has('lr'));
  if (!loose || contact === null || target === null || sameTarget(contact, target)) return null;
  return { how: 'request-uri', found: target.text, expected: contact.text };
}

function sameRoute(expected: readonly Target[], sent: readonly Target[]): boolean {
  return (
    expected.length === sent.length &&
    expected.every((target, at) => sameTarget(target, sent[at] as Target))
  );
}

function listed(targets: readonly Target[]): string {
  return targets.map(({ text }) => text).join(', ');
}

/** The fields are right: where did the ACK end? */
function wrongPlace(one: Answer, lastSeen: Message): Fault {
  const { answer } = calleeHop(one);
  const { receiver } = lastSeen;
  const nothing = { found: '', expected: '' };
  if (isAt(receiver, answer.sender)) return { how: 'unheeded', ...nothing };
  // Someone who relayed the INVITE has the ACK, and it should have left there.
  if (one.hops.some(({ hop }) => isAt(hop.client, receiver))) {
    return { how: 'not-forwarded', ...nothing };
  }
  const contact = contactOf(answer);
  const obeys = contact !== null && (contact.host === receiver.address || !isAddress(contact.host));
  return obeys
    ? { how: 'contact', found: contact.text, expected: answer.sender.name }
    : { how: 'destination', found: receiver.name, expected: answer.sender.name };
}

function isAt(a: Endpoint, b: Endpoint): boolean {
  return a.address === b.address;
}
