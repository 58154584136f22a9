import { hasField } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import { CHALLENGES } from './closing.ts';
import { openedAt } from './hops.ts';
import type { Exchange, Transaction, Try } from './types.ts';

/** A re-send follows what asks for it within this, µs (64·T1: the time a transaction has). */
const RESEND_WITHIN = 32_000_000;

/** Final responses after which the same sender tries again with something changed (RFC 3261 §8.1.3.4–5, §10.2.8). */
const ASKS_AGAIN: ReadonlySet<number> = new Set([
  300, 301, 302, 305, 401, 407, 415, 420, 421, 423, 439, 494,
]);

/** The requests of one method, each with its hops, in time order. */
export function exchangesOf(transactions: readonly Transaction[], method: string): Exchange[] {
  const exchanges: Growing[] = [];
  const open = new Map<string, Growing>();
  for (const transaction of transactions) {
    if (transaction.method !== method) continue;
    const first = transaction.request ?? (transaction.responses[0] as Message);
    const key = `${transaction.cseq} ${first.fromTag}`;
    const known = open.get(key);
    if (known !== undefined && !isSentAgain(known, transaction)) {
      known.hops.push(transaction);
      continue;
    }
    const exchange = new Growing(method, transaction);
    open.set(key, exchange);
    exchanges.push(exchange);
  }
  return exchanges;
}

/** Puts re-sends together with the request that they repeat. */
export function triesOf(exchanges: readonly Exchange[]): Try[] {
  const tries: Exchange[][] = [];
  for (const exchange of exchanges) {
    const current = tries.at(-1);
    if (current !== undefined && continues(current.at(-1) as Exchange, exchange)) {
      current.push(exchange);
    } else tries.push([exchange]);
  }
  return tries.map((own) => {
    const { request, final } = own.at(-1) as Exchange;
    return { exchanges: own, request, final };
  });
}

/** When its first request was seen, µs. */
export function begunAt({ exchanges }: Try): number {
  return openedAt((exchanges[0] as Exchange).hops[0] as Transaction);
}

function continues(previous: Exchange, next: Exchange): boolean {
  const { final } = previous;
  if (final === null || !ASKS_AGAIN.has(final.status)) return false;
  if (CHALLENGES.has(final.status) && startsAnew(previous.request, next.request)) return false;
  const first = next.hops[0] as Transaction;
  const wait = openedAt(first) - final.time;
  return !(wait > RESEND_WITHIN) && fromTagOf(first) === fromTagOf(previous.hops[0] as Transaction);
}

/** A request without credentials after some that were refused: the client begins again from the start. */
function startsAnew(previous: Message | null, next: Message | null): boolean {
  return previous !== null && next !== null && hasCredentials(previous) && !hasCredentials(next);
}

function hasCredentials(request: Message): boolean {
  return hasField(request, 'Authorization') || hasField(request, 'Proxy-Authorization');
}

function fromTagOf({ request, responses }: Transaction): string {
  return (request ?? (responses[0] as Message)).fromTag;
}

/** The same link once more after an answer: a sender that forgot to count its CSeq up. */
function isSentAgain({ hops }: Growing, next: Transaction): boolean {
  const first = hops[0] as Transaction;
  if (first.client !== next.client || first.server !== next.server) return false;
  return first.final !== null && first.final.time < openedAt(next);
}

class Growing implements Exchange {
  readonly method: string;
  readonly hops: Transaction[];

  constructor(method: string, first: Transaction) {
    this.method = method;
    this.hops = [first];
  }

  get request(): Message | null {
    return this.hops.find(({ request }) => request !== null)?.request ?? null;
  }

  get final(): Message | null {
    return this.hops.find(({ final }) => final !== null)?.final ?? null;
  }
}
