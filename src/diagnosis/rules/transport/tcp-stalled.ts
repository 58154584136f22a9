import { openedAt } from '../../../call/hops.ts';
import type { Transaction } from '../../../call/types.ts';
import type { ConnectionStalledFact } from '../../../model/transport-fact.ts';
import type { BelowSip, PlacedFact } from '../../below-sip.ts';
import { requestOf } from '../../evidence.ts';
import { glance, isOnStream } from '../../facts/glance.ts';
import { packetOf } from '../../facts/packets.ts';
import { EVERY_KIND } from '../../facts/syntax.ts';
import type { Finding, Rule } from '../../rule.ts';

/** Copies of one segment, the first included, from which on a connection stands still. */
const COPIES = 4;
/** A window that is closed for less is ordinary, µs (T1). */
const CLOSED = 500_000;
/** Between the first segment of a message and its last, µs. */
const SENDING = 1_000_000;
/** Transactions of one conversation that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;

type Stalled = Finding<'tcp-stalled'>;

/** A request, or its answer, waited for a connection that took no more bytes. */
export const tcpStalled: Rule<'tcp-stalled'> = {
  id: 'tcp-stalled',
  severity: 'warning',
  tier: 'transport',
  kinds: EVERY_KIND,
  applies: (conversation) => glance(conversation).onStream,
  check({ transactions }, { below }) {
    if (below.facts.length === 0) return [];
    const found = transactions
      .filter(isOnStream)
      .slice(0, MAX_TRANSACTIONS)
      .flatMap((transaction) => stalledUnder(transaction, below));
    const [longest] = found.sort((a, b) => b.args.stalledUs - a.args.stalledUs);
    return longest === undefined ? [] : [longest];
  },
};

function stalledUnder(transaction: Transaction, below: BelowSip): Stalled[] {
  const { client, server, final, method } = transaction;
  const over = final?.time ?? Number.POSITIVE_INFINITY;
  return [
    ...below.between('tcp-stalled', client, server),
    ...below.between('tcp-stalled', server, client),
  ].flatMap((placed) => {
    const { fact, from, to } = placed;
    const { how, since, lastTime, count } = fact;
    const within = since >= openedAt(transaction) - SENDING && since <= over;
    if (!within || !isLong(placed)) return [];
    return [
      {
        rule: 'tcp-stalled',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'leg',
        args: {
          how,
          sender: from.name,
          receiver: to.name,
          method,
          copies: how === 'repeated' ? count + 1 : 0,
          stalledUs: lastTime - since,
        },
        evidence: [requestOf(transaction), packetOf(placed)],
      },
    ];
  });
}

function isLong({ fact }: PlacedFact<ConnectionStalledFact>): boolean {
  const { how, count, lastTime, since } = fact;
  return how === 'repeated' ? count + 1 >= COPIES : lastTime - since >= CLOSED;
}
