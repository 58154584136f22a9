import type { Judged, Transaction } from '../../../call/types.ts';
import { openedAt } from '../../../call/hops.ts';
import type { BelowSip, PlacedFact } from '../../below-sip.ts';
import { requestOf, shown } from '../../evidence.ts';
import { glance, isOnStream } from '../../facts/glance.ts';
import { packetOf } from '../../facts/packets.ts';
import { EVERY_KIND } from '../../facts/syntax.ts';
import type { ConnectionClosedFact } from '../../../model/transport-fact.ts';
import type { Finding, Rule } from '../../rule.ts';

/** An answer on its way meets a close that was sent a moment before, µs. */
const CROSSING = 20_000;
/** A transaction is over at the latest, µs (64·T1, RFC 3261 §17.1). */
const TIMER_F = 32_000_000;
/** Transactions of one conversation that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;

type Reset = Finding<'tcp-reset-mid-transaction'>;

/** A connection went away while a request on it waited for its final response. */
export const tcpResetMidTransaction: Rule<'tcp-reset-mid-transaction'> = {
  id: 'tcp-reset-mid-transaction',
  severity: 'error',
  tier: 'transport',
  kinds: EVERY_KIND,
  applies: (conversation) => glance(conversation).onStream,
  check(conversation, { below }) {
    if (below.facts.length === 0) return [];
    const found = conversation.transactions
      .filter(isOnStream)
      .slice(0, MAX_TRANSACTIONS)
      .flatMap((transaction) => closedUnder(transaction, conversation, below));
    const [worst] = [...found.filter(({ severity }) => severity === 'error'), ...found];
    return worst === undefined ? [] : [worst];
  },
};

function closedUnder(transaction: Transaction, conversation: Judged, below: BelowSip): Reset[] {
  const { client, server, final, method } = transaction;
  const opened = openedAt(transaction);
  const over = endOf(transaction);
  const closed = [
    ...below.between('tcp-closed', client, server),
    ...below.between('tcp-closed', server, client),
  ]
    .filter(({ fact }) => fact.time > opened && fact.time < over - CROSSING)
    .sort((a, b) => a.fact.time - b.fact.time)[0];
  if (closed === undefined) return [];
  const { fact, from, to } = closed;
  // Who hangs up its own connection does not wait for the answer any more.
  if (from === client && fact.how === 'fin' && final === null && method !== 'INVITE') return [];
  const recovered = final !== null || wasRepeated(transaction, conversation, fact.time);
  return [
    {
      rule: 'tcp-reset-mid-transaction',
      severity: recovered || method !== 'INVITE' ? 'warning' : 'error',
      confidence: 'proven',
      status: 'present',
      scope: recovered || method !== 'INVITE' ? 'leg' : 'call',
      args: {
        how: fact.how,
        closer: from.name,
        other: to.name,
        method,
        pendingUs: fact.time - opened,
        idleUs: idleOf(closed),
        recovered,
      },
      evidence: [requestOf(transaction), packetOf(closed), ...(final ? [shown(final)] : [])],
    },
  ];
}

/** When nobody waited for the final response any more, µs. */
function endOf({ method, request, responses, final, upstream, cancel }: Transaction): number {
  if (final !== null) return final.time;
  const ends = [Number.POSITIVE_INFINITY];
  // Timers B and F; a provisional response ends only the first (RFC 3261 §17.1.1.2).
  if (request !== null && (method !== 'INVITE' || responses.length === 0)) {
    ends.push(request.time + TIMER_F);
  }
  // The node has told its upstream side how it ended.
  if (upstream !== null && upstream.final !== null) ends.push(upstream.final.time);
  if (cancel !== null) ends.push(openedAt(cancel) + TIMER_F);
  return Math.min(...ends);
}

/** The same client tried again afterwards and got an answer. */
function wasRepeated(
  { method, client }: Transaction,
  { transactions }: Judged,
  time: number,
): boolean {
  return transactions.some(
    (later) =>
      later.method === method &&
      later.client.address === client.address &&
      later.final !== null &&
      later.request !== null &&
      openedAt(later) > time,
  );
}

/** Silence on the connection before it was closed, µs; null when nothing of it was seen. */
function idleOf({ fact }: PlacedFact<ConnectionClosedFact>): number | null {
  const last = Math.max(
    ...[fact.lastSent, fact.lastReceived].filter((time) => Number.isFinite(time)),
  );
  return Number.isFinite(last) ? fact.time - last : null;
}
