import type { Endpoint } from '../../model/packet.ts';
import type { Message } from '../../sip/message.ts';
import { isSuccess } from '../milestones.ts';
import { producerOf } from '../producer.ts';
import type { Call, Transaction } from '../types.ts';
import { OfferAnswerSession } from './session.ts';
import type { Exchange, Negotiation, Side } from './types.ts';

/** Requests in a dialog that may carry an offer or an answer. */
const CARRIERS: ReadonlySet<string> = new Set(['INVITE', 'ACK', 'PRACK', 'UPDATE']);

/** A message of the dialog: where it belongs and who sent the request. */
interface Step {
  readonly transaction: Transaction;
  readonly asker: Side;
}

const NOTHING: Negotiation = { exchanges: [], missteps: [] };

/**
 * The offers and answers of a call's dialog: of the one that was answered, else of the attempt itself. A request is read
 * where it was seen first, its responses there as well, so that what a proxy rewrote on the way is not held against
 * the ends. Of a call whose beginning was not captured nothing is said.
 */
export function negotiationOf(call: Call): Negotiation {
  const { invite, dialogs, transactions, messages } = call;
  const request = invite?.request ?? null;
  if (invite === null || request === null) return NOTHING;
  const answered = dialogs.find(({ answer }) => answer !== null);
  const steps = new Map<Message, Step>();
  addSteps(steps, invite, 'caller', answered?.toTag ?? null);
  if (answered !== undefined) {
    const seen = new Set<string>();
    for (const transaction of transactions) {
      const asker = askerOf(transaction, request.fromTag, answered.toTag);
      if (asker === null || transaction === invite) continue;
      const key = `${asker} ${transaction.cseq} ${transaction.method}`;
      if (seen.has(key)) continue;
      seen.add(key);
      addSteps(steps, transaction, asker, null);
    }
  }
  const negotiation = run(messages, steps);
  for (const exchange of negotiation.exchanges) exchange.answerer = answererOf(exchange, steps);
  return negotiation;
}

/** A proxy passes on what the node behind it said. */
function answererOf(
  { answer, refusal }: Exchange,
  steps: ReadonlyMap<Message, Step>,
): Endpoint | null {
  const reply = answer?.message ?? refusal;
  if (reply === null) return null;
  const step = steps.get(reply);
  if (step === undefined || reply.status === 0) return reply.sender;
  return producerOf(step.transaction, reply).message.sender;
}

/** Who sent the request of a transaction within the dialog; null for every other one. */
function askerOf({ method, request }: Transaction, caller: string, callee: string): Side | null {
  if (request === null || !CARRIERS.has(method) || !request.hasToTag) return null;
  if (request.fromTag === caller && request.toTag === callee) return 'caller';
  return request.fromTag === callee && request.toTag === caller ? 'callee' : null;
}

/** `tag`: only responses of this dialog count; failures speak for all of them. */
function addSteps(
  steps: Map<Message, Step>,
  transaction: Transaction,
  asker: Side,
  tag: string | null,
): void {
  const { request, responses, final, ack } = transaction;
  const step = { transaction, asker };
  if (request !== null) steps.set(request, step);
  for (const response of responses) {
    if (tag === null || response.toTag === tag) steps.set(response, step);
  }
  // Some stacks re-use the INVITE's branch for the ACK to a 2xx.
  if (ack !== null && final !== null && isSuccess(final)) steps.set(ack, step);
}

function run(messages: readonly Message[], steps: ReadonlyMap<Message, Step>): Negotiation {
  const session = new OfferAnswerSession();
  for (const message of messages) {
    const step = steps.get(message);
    if (step === undefined) continue;
    const { transaction, asker } = step;
    if (message.status === 0) session.request(transaction, message, asker);
    else session.response(transaction, message, asker);
  }
  return session;
}
