import type { Seen } from '../call/seen.ts';
import type { Transaction } from '../call/types.ts';
import type { Endpoint } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';
import type { PacketProof, Proof } from './rule.ts';

/** Longest reason phrase that is remembered, in characters. */
const MAX_PHRASE = 60;

/** What was waited for, in the notation of SIP, so that it reads the same in every language. */
export const AWAITED = {
  anyResponse: '1xx–6xx',
  afterTrying: '180–699',
  final: '2xx–6xx',
  invite: 'INVITE',
} as const;

/** A message as evidence; `field` is the header field that matters. */
export function shown(message: Message, field?: string): Proof {
  return field === undefined ? { kind: 'message', message } : { kind: 'message', message, field };
}

/** The request of a hop with its copies; its first message when the request was not seen. */
export function requestOf(hop: Transaction): Proof {
  const message = hop.request ?? (hop.responses[0] as Message);
  return { kind: 'message', message, copies: hop.retransmissions.length + 1 };
}

/** A message as evidence that outlives it: what belongs to many calls is put together when they were let go. */
export function remembered(message: Message): PacketProof {
  const { source, frame, offset, time, sender, receiver, status, method, phrase } = message;
  return {
    kind: 'packet',
    sip: true,
    source,
    frame,
    offset,
    time,
    from: sender,
    to: receiver,
    what: status === 0 ? method : `${status} ${phrase.slice(0, MAX_PHRASE)}`.trim(),
  };
}

/** The same of what was remembered before the rules came to it. */
export function recalled(message: Seen): PacketProof {
  return { kind: 'packet', sip: true, ...message };
}

/** Nothing of this kind was seen from `from` to `to`; times in µs. */
export function silence(
  from: Endpoint,
  to: Endpoint,
  since: number,
  until: number,
  awaited: string,
): Proof {
  return { kind: 'silence', since, until, from, to, awaited };
}
