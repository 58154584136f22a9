import { sawEnough } from '../../../call/horizon.ts';
import { openedAt } from '../../../call/hops.ts';
import type { Judged, Surroundings, Transaction } from '../../../call/types.ts';
import { heardNothing } from '../../../call/unanswered.ts';
import { isScanner } from '../../../catalog/user-agents.ts';
import { field } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { AWAITED, requestOf, silence } from '../../evidence.ts';
import { glance, isSilent } from '../../facts/glance.ts';
import { EVERY_KIND } from '../../facts/syntax.ts';
import { lastCopyOf } from '../../facts/undelivered.ts';
import type { Finding, Rule } from '../../rule.ts';

/** Timer F: a transaction without a final response is over, µs (RFC 3261 §17.1.2.2). */
const TIMER_F = 32_000_000;
/** Requests whose failure costs calls. */
const VITAL: ReadonlySet<string> = new Set(['REGISTER', 'BYE']);
/** Transactions of one conversation that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;

/** A request other than INVITE that its sender repeated in vain (Timers E and F, RFC 3261 §17.1.2). */
export const noninviteNoResponse: Rule<'noninvite-no-response'> = {
  id: 'noninvite-no-response',
  severity: 'error',
  tier: 'transport',
  kinds: EVERY_KIND,
  applies: (conversation) => glance(conversation).silent,
  check(conversation, { surroundings, thresholds }) {
    const copies = thresholds['retrans.noninvite'];
    const silent = conversation.transactions.filter(isSilent).slice(0, MAX_TRANSACTIONS);
    const found = silent.flatMap((transaction) =>
      isExplained(transaction, silent, conversation)
        ? []
        : findingOf(transaction, surroundings, copies, wasRefresh(transaction, conversation)),
    );
    // One for each method: the first says what the others would.
    return [
      ...new Map(found.toReversed().map((one) => [one.args.method, one])).values(),
    ].toReversed();
  },
};

/** The request went on from there, or what came later makes the answer needless. */
function isExplained(
  { method, cseq, client, server, request }: Transaction,
  silent: readonly Transaction[],
  { transactions }: Judged,
): boolean {
  if (isScanner(field(request as Message, 'User-Agent') ?? '')) return true;
  const goesOn = silent.some(
    (other) =>
      other.method === method &&
      other.cseq === cseq &&
      other.client !== client &&
      other.client.address === server.address,
  );
  if (goesOn) return true;
  // A CANCEL has done its work when the INVITE has a final response, and never had any where nobody listens.
  if (method === 'CANCEL') {
    const invites = transactions.filter(
      (other) => other.method === 'INVITE' && other.cseq === cseq,
    );
    return invites.some(({ final, responses }) => final !== null || responses.length === 0);
  }
  // Both hung up at the same time, and one of the two was confirmed; a 481 confirms nothing.
  return (
    method === 'BYE' &&
    transactions.some(
      ({ method: other, final }) => other === 'BYE' && final !== null && final.status !== 481,
    )
  );
}

/** The session was not refreshed, and the call ended for it. */
function wasRefresh({ method }: Transaction, conversation: Judged): boolean {
  return method === 'UPDATE' && conversation.kind === 'call' && conversation.outcome === 'dropped';
}

function findingOf(
  transaction: Transaction,
  surroundings: Surroundings,
  enough: number,
  costCall: boolean,
): Finding<'noninvite-no-response'>[] {
  const { method, client, server, retransmissions } = transaction;
  const request = transaction.request as Message;
  const copies = retransmissions.length + 1;
  const visible = surroundings.sawDirection(server, client);
  const decisive = retransmissions[enough - 2];
  const repeated = decisive !== undefined && sawEnough(surroundings, decisive.time, 0);
  // A sender that does not repeat over UDP was answered, or does not care.
  const mayWait = request.transport === 'udp' ? copies > 1 : request.transport !== 'unknown';
  const waited = mayWait && sawEnough(surroundings, openedAt(transaction), TIMER_F);
  const proven = visible && (repeated || waited);
  if (!proven) {
    const likely = repeated && heardNothing(transaction, Number.POSITIVE_INFINITY, surroundings);
    if (!likely) return [];
  }
  const until = surroundings.captureEnd;
  const last = copies > 1 ? lastCopyOf(transaction) : Math.min(until, request.time + TIMER_F);
  return [
    {
      rule: 'noninvite-no-response',
      severity: VITAL.has(method) || costCall ? 'error' : 'warning',
      confidence: proven ? 'proven' : 'likely',
      status: 'present',
      scope: 'call',
      args: {
        method,
        target: server.name,
        sender: client.name,
        copies,
        elapsedUs: last - request.time,
      },
      evidence: [
        requestOf(transaction),
        silence(server, client, request.time, until, AWAITED.anyResponse),
      ],
    },
  ];
}
