import { isAnsweredUnseen, isSuccess } from '../../../call/milestones.ts';
import type { Judged, Transaction } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { shown } from '../../evidence.ts';
import { glance } from '../../facts/glance.ts';
import { EVERY_KIND } from '../../facts/syntax.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import type { Finding, PacketProof, Rule } from '../../rule.ts';
import type { Thresholds } from '../../thresholds.ts';

type Storm = Finding<'retransmission-storm'>;

/** Transactions of one conversation that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;

/**
 * A message is repeated although its answer was seen here, or until an answer came at last; or a final response because its
 * ACK is missing. Silence for good is told by the no-response rules.
 */
export const retransmissionStorm: Rule<'retransmission-storm'> = {
  id: 'retransmission-storm',
  severity: 'error',
  tier: 'race',
  kinds: EVERY_KIND,
  needs: ['repeated'],
  applies: (conversation) => glance(conversation).repeated,
  check(conversation, { thresholds }) {
    const found = conversation.transactions
      .slice(0, MAX_TRANSACTIONS)
      .flatMap((transaction) => [
        ...slowAnswer(transaction, thresholds),
        ...needlessCopies(transaction, thresholds),
        ...unacknowledged(transaction, conversation, thresholds),
      ]);
    const [worst] = found.sort((a, b) => b.args.copies - a.args.copies);
    return worst === undefined ? [] : [worst];
  },
};

/** Calls of one client whose INVITE one server heard late, and their share, that no chance explains. */
const FEWEST_CALLS = 5;
const SHARE = 0.1;
/** Requests that are shown. */
const MAX_SHOWN = 4;

/** Many calls lose a copy or two of their INVITE on the same way: harmless for each, and a fault of the way or the server. */
export const retransmissionStormOfMany: CaptureRule<'retransmission-storm'> = {
  id: 'retransmission-storm',
  severity: 'warning',
  tier: 'race',
  check({ lateAnswers, traffic }) {
    return lateAnswers.ways.flatMap(({ client, server, calls, worst, first }) => {
      const way = traffic.ways.find(
        (one) => one.client === client.address && one.server.name === server.name,
      );
      const all = Math.max(calls.length, (way?.starts.length ?? 0) + (way?.refusals.length ?? 0));
      const [shownFirst, ...rest] = first.slice(0, MAX_SHOWN);
      if (calls.length < FEWEST_CALLS || calls.length < SHARE * all || shownFirst === undefined) {
        return [];
      }
      return [
        {
          rule: 'retransmission-storm' as const,
          severity: 'warning' as const,
          confidence: 'proven' as const,
          status: 'present' as const,
          scope: 'endpoint' as const,
          args: { ...worst, calls: calls.length },
          evidence: [shownFirst, ...rest] as [PacketProof, ...PacketProof[]],
          calls,
        },
      ];
    });
  },
};

/** Copies on the same link: a test tool may send one message from many addresses. */
function copiesOf(first: Message, copies: readonly Message[]): readonly Message[] {
  return copies.filter(
    ({ sender, receiver }) => sender === first.sender && receiver === first.receiver,
  );
}

/** Copies of a request before its first answer: lost ones, or a peer that takes its time. */
function slowAnswer(
  { method, request, retransmissions, responses }: Transaction,
  thresholds: Thresholds,
): Storm[] {
  const [answer] = responses;
  if (request === null || answer === undefined || method === 'ACK') return [];
  const copies = copiesOf(request, retransmissions).filter(({ time }) => time < answer.time);
  if (copies.length < thresholds['retrans.warn']) return [];
  const args = {
    what: request.method,
    sender: request.sender.name,
    receiver: request.receiver.name,
    copies: copies.length + 1,
    elapsedUs: answer.time - request.time,
    deaf: 'slow' as const,
    calls: 1,
  };
  // It was answered in the end; a copy or two that were lost do no harm to a single call.
  const told = storm(args, copies.length, thresholds, [request, answer]);
  const severity = copies.length < thresholds['retrans.slow'] ? 'info' : 'warning';
  return [{ ...told, severity, scope: 'leg' }];
}

/** Copies of a request after its answer; an INVITE stops at any response, others slow down after a 1xx (RFC 3261 §17.1). */
function needlessCopies(
  { method, request, retransmissions, responses }: Transaction,
  thresholds: Thresholds,
): Storm[] {
  const answer = responses.find(({ status }) => method === 'INVITE' || status >= 200);
  if (request === null || answer === undefined || method === 'ACK') return [];
  const late = copiesOf(request, retransmissions).filter(({ time }) => time > answer.time);
  const last = late.at(-1);
  if (last === undefined || late.length < thresholds['retrans.warn']) return [];
  const args = {
    what: request.method,
    sender: request.sender.name,
    receiver: request.receiver.name,
    copies: late.length,
    elapsedUs: last.time - answer.time,
    deaf: 'answered' as const,
    calls: 1,
  };
  return [storm(args, late.length, thresholds, [request, answer, last])];
}

/** Copies of a final response to an INVITE without its ACK (Timer G, and §13.3.1.4 for 2xx). */
function unacknowledged(
  transaction: Transaction,
  conversation: Judged,
  thresholds: Thresholds,
): Storm[] {
  const { method, final, repeatedResponses } = transaction;
  if (method !== 'INVITE' || final === null || conversation.kind !== 'call') return [];
  const copies = copiesOf(final, repeatedResponses).filter(({ status }) => status === final.status);
  const last = copies.at(-1);
  if (last === undefined || copies.length < thresholds['retrans.warn']) return [];
  if (wasAcknowledged(transaction, final, conversation)) return [];
  const args = {
    what: `${final.status} ${final.phrase}`.trim(),
    sender: final.sender.name,
    receiver: final.receiver.name,
    copies: copies.length + 1,
    elapsedUs: last.time - final.time,
    deaf: 'unacknowledged' as const,
    calls: 1,
  };
  return [storm(args, copies.length, thresholds, [final, last])];
}

function wasAcknowledged(
  { ack }: Transaction,
  final: Message,
  conversation: Judged & { kind: 'call' },
): boolean {
  if (ack !== null) return true;
  if (!isSuccess(final)) return false;
  const dialog = conversation.dialogs.find(({ toTag }) => toTag === final.toTag);
  return dialog !== undefined && (dialog.ack !== null || isAnsweredUnseen(dialog));
}

function storm(
  args: Storm['args'],
  extra: number,
  thresholds: Thresholds,
  [first, ...rest]: readonly [Message, ...Message[]],
): Storm {
  return {
    rule: 'retransmission-storm',
    severity: extra >= thresholds['retrans.error'] ? 'error' : 'warning',
    confidence: 'proven',
    status: 'present',
    scope: 'call',
    args,
    evidence: [shown(first), ...rest.map((message) => shown(message))],
  };
}
