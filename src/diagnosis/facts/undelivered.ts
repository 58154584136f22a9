import type { Judged, Transaction } from '../../call/types.ts';
import type { Message } from '../../sip/message.ts';
import { isMoreThanTrying } from '../../call/milestones.ts';

/** Transactions of one conversation that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;

/** Something in the conversation got no answer, or was not answered well: what happened below SIP may say why. */
export function mayBeUndelivered(conversation: Judged): boolean {
  return conversation.transactions.some(isOpen);
}

/** The transactions without a final response, and those of a call that failed. */
export function openTransactions({ transactions }: Judged): readonly Transaction[] {
  return transactions.filter(isOpen).slice(0, MAX_TRANSACTIONS);
}

/** No final response, one by which a node gives up, or one that its sender repeats because nothing confirms it. */
function isOpen({ method, request, final, repeatedResponses }: Transaction): boolean {
  if (method === 'ACK' || request === null) return false;
  if (final === null || repeatedResponses.length > 0) return true;
  return final.status === 408 || final.status >= 500;
}

/** Last copy of a request, µs. */
export function lastCopyOf({ request, retransmissions }: Transaction): number {
  return (retransmissions.at(-1) ?? (request as Message)).time;
}

/** The call got on over another hop, so that a failure of this one cost time and not the call. */
export function wasSaved(conversation: Judged, hop: Transaction): boolean {
  if (conversation.kind !== 'call') return hop.final !== null && hop.final.status < 300;
  if (hop.method !== 'INVITE') return false;
  if (conversation.stage === 'answered') return true;
  return conversation.invite?.responses.some(isMoreThanTrying) === true;
}

/** `INVITE`, or `200` for a response, by its start line; '' when it is neither. */
export function nameOfLost(startLine: string): string {
  const [first = '', second = ''] = startLine.split(' ');
  if (first.startsWith('SIP/')) return /^\d{3}$/.test(second) ? second : '';
  return /^[A-Z]{2,20}$/.test(first) ? first : '';
}
