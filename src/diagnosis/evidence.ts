import type { Transaction } from '../call/types.ts';
import type { Endpoint } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';
import type { Proof } from './rule.ts';

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
