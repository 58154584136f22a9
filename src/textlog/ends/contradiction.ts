import type { Message } from '../../sip/message.ts';
import { viaSource } from '../inference.ts';
import { placeOf } from '../places.ts';
import type { Facts } from '../dialect.ts';

/**
 * Whether a message says the opposite of what a row above it seems to: a request does not go to the host of its top Via, nor does a
 * response come from there (RFC 3261 §18.1.1, §18.2.2). Such a row speaks of something else, or has its columns the other way round.
 */
export function contradicts(message: Message, { from, to, remote, sent }: Facts): boolean {
  const isRequest = message.status === 0;
  const via = viaSource(message)?.address;
  const source = from ?? (sent === false ? remote : undefined);
  const target = to ?? (sent === true ? remote : undefined);
  const wrong = placeOf((isRequest ? target : source) ?? '')?.address;
  const right = placeOf((isRequest ? source : target) ?? '')?.address;
  return via !== undefined && via === wrong && via !== right;
}
