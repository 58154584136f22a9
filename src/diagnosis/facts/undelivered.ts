import type { Judged, Transaction } from '../../call/types.ts';
import { isMoreThanTrying } from '../../call/milestones.ts';
import type { Message } from '../../sip/message.ts';
import { isOpen } from './glance.ts';

/** Transactions of one conversation that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;

/** The transactions without a final response or without their request, and those of a call that failed. */
export function openTransactions({ transactions }: Judged): readonly Transaction[] {
  return transactions
    .filter((one) => one.request === null || isOpen(one))
    .slice(0, MAX_TRANSACTIONS);
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
