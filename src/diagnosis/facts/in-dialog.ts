/** The requests of a call's dialogs after its set-up, each over all its hops. */
import { exchangesOf } from '../../call/exchanges.ts';
import { sawEnough } from '../../call/horizon.ts';
import { openedAt } from '../../call/hops.ts';
import { heardNothing } from '../../call/unanswered.ts';
import type { Call, Exchange, Surroundings, Transaction } from '../../call/types.ts';
import type { Confidence } from '../../model/vocabulary.ts';
import type { Message } from '../../sip/message.ts';
import { fact } from './fact.ts';

/** Methods of requests that go along the route of a dialog; ACK has rules of its own. */
const METHODS = [
  'INVITE',
  'UPDATE',
  'BYE',
  'INFO',
  'REFER',
  'NOTIFY',
  'MESSAGE',
  'OPTIONS',
] as const;
/** Requests of one call that are looked at (a bound for hostile input). */
const MAX_REQUESTS = 64;

/** A request inside a dialog whose sending was seen. */
export interface DialogRequest extends Exchange {
  readonly hops: readonly [Transaction, ...Transaction[]];
  readonly request: Message;
}

export const dialogRequests = fact((call: Call): readonly DialogRequest[] => {
  const all = METHODS.flatMap((method) =>
    call.transactions.some((one) => one.method === method)
      ? exchangesOf(call.transactions, method).slice(0, MAX_REQUESTS)
      : [],
  );
  return all.filter(isInDialog).sort((a, b) => a.request.time - b.request.time);
});

function isInDialog(exchange: Exchange): exchange is DialogRequest {
  return exchange.request !== null && exchange.request.hasToTag;
}

/** A cheap look whether a request of the dialog besides ACK met a failure or nothing at all. */
export function hasTroubleInside({ transactions }: Call): boolean {
  return transactions.some(
    ({ method, request, final }) =>
      method !== 'ACK' &&
      method !== 'CANCEL' &&
      request !== null &&
      request.hasToTag &&
      (final === null || final.status >= 300),
  );
}

/** Codes by which a node says that it could not pass a request on; 476 to 478 are those of Kamailio. */
const NOT_REACHED: ReadonlySet<number> = new Set([
  404, 408, 410, 430, 476, 477, 478, 480, 481, 483, 500, 502, 503, 504,
]);
/** A transaction without a final response is over, µs (Timer F, RFC 3261 §17.1.2.2). */
const TIMER_F = 32_000_000;
/** Copies over UDP, the first included, that show that the sender hears nothing. */
const COPIES = 3;

/** The request did not get to the other side of its dialog: a node says so, or nothing came back. */
export function isUndelivered(one: DialogRequest, surroundings: Surroundings): boolean {
  const { final } = one;
  return final === null ? isUnheard(one, surroundings) : NOT_REACHED.has(final.status);
}

/**
 * Nothing answered on its last hop, and there was time for it. Where answers cannot be seen there (a private address is seen from
 * outside), the copies have to follow the timer to their end: their sender heard nothing.
 */
export function isUnheard({ hops, final }: DialogRequest, surroundings: Surroundings): boolean {
  const last = hops.at(-1) as Transaction;
  const { request, responses, retransmissions } = last;
  if (final !== null || responses.length > 0 || request === null) return false;
  const visible = surroundings.sawDirection(last.server, last.client);
  if (request.transport === 'udp') {
    if (retransmissions.length + 1 < COPIES) return false;
    return visible || heardNothing(last, Number.POSITIVE_INFINITY, surroundings);
  }
  if (!visible || request.transport === 'unknown') return false;
  return sawEnough(surroundings, openedAt(last), TIMER_F);
}

/** How sure it is that an undelivered request failed: a refusal shows it, silence only where answers can be seen. */
export function failureOf({ hops, final }: DialogRequest, surroundings: Surroundings): Confidence {
  const last = hops.at(-1) as Transaction;
  const visible = final !== null || surroundings.sawDirection(last.server, last.client);
  return visible ? 'proven' : 'likely';
}

/** The node that made the final response, or the last one that the request was seen to reach. */
export function reachedBy({ hops, final }: DialogRequest): string {
  const made = hops.findLast((hop) => final !== null && hop.final?.status === final.status);
  return (made ?? hops.at(-1) ?? hops[0]).server.name;
}
