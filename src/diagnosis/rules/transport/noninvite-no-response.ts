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
  needs: ['no-final'],
  applies: (conversation) => glance(conversation).silent,
  check(conversation, { surroundings, thresholds }) {
    const copies = thresholds['retrans.noninvite'];
    const silent = conversation.transactions.filter(isSilent).slice(0, MAX_TRANSACTIONS);
    const found: Finding<'noninvite-no-response'>[] = [];
    const dead: Transaction[] = [];
    for (const transaction of silent) {
      if (isExplained(transaction, silent, conversation)) continue;
      const [finding] = findingOf(transaction, surroundings, copies, conversation);
      if (finding === undefined) continue;
      // One for each method, and for each node that was silent ever after: the first says what the others would.
      const at = dead.findIndex(
        (earlier) =>
          earlier.method === transaction.method || isStillDead(earlier, transaction, conversation),
      );
      if (at === -1) {
        dead.push(transaction);
        found.push(finding);
      } else if (finding.severity === 'error') {
        found[at] = { ...(found[at] as (typeof found)[number]), severity: 'error' };
      }
    }
    return found;
  },
};

/** The request went on from there, or what came later makes the answer needless. */
function isExplained(
  transaction: Transaction,
  silent: readonly Transaction[],
  { transactions }: Judged,
): boolean {
  const { method, cseq, client, server, request } = transaction;
  if (isScanner(field(request as Message, 'User-Agent') ?? '')) return true;
  const goesOn = silent.some(
    (other) =>
      other.method === method &&
      other.cseq === cseq &&
      other.client !== client &&
      other.client.address === server.address,
  );
  if (goesOn) return true;
  // A CANCEL has done its work when its INVITE has a final response there, and never had any where nobody listens.
  if (method === 'CANCEL') {
    return transactions.some(
      ({ cancel, final, responses }) =>
        cancel === transaction && (final !== null || responses.length === 0),
    );
  }
  // Both hung up at the same time, and one of the two was confirmed; a 481 confirms nothing.
  return (
    method === 'BYE' &&
    transactions.some(
      ({ method: other, final }) => other === 'BYE' && final !== null && final.status !== 481,
    )
  );
}

/** The later request went to the same node, and nothing had come from there since the earlier one. */
function isStillDead(
  { client, server, request }: Transaction,
  later: Transaction,
  { messages }: Judged,
): boolean {
  if (later.client !== client || later.server !== server) return false;
  const since = (request as Message).time;
  return !messages.some(
    ({ sender, receiver, time }) => sender === server && receiver === client && time > since,
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
  conversation: Judged,
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
  const silent = visible && (repeated || waited);
  // Copies that stop before the series is over suggest that an answer came which was not captured.
  const proven = silent && (repeated || request.transport !== 'udp');
  if (!silent) {
    const likely = repeated && heardNothing(transaction, Number.POSITIVE_INFINITY, surroundings);
    if (!likely) return [];
  }
  const until = surroundings.captureEnd;
  const last = copies > 1 ? lastCopyOf(transaction) : Math.min(until, request.time + TIMER_F);
  return [
    {
      rule: 'noninvite-no-response',
      severity: VITAL.has(method) || wasRefresh(transaction, conversation) ? 'error' : 'warning',
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
