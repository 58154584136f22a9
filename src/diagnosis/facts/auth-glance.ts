import { CHALLENGES } from '../../call/closing.ts';
import type { Judged, Transaction } from '../../call/types.ts';

let asked: Judged | null = null;
let seen = false;

/**
 * A cheap look whether some authentication of the conversation went otherwise than it should: one challenge, then a request
 * that was not challenged again. Half of all calls are like that, and for them no rule goes on.
 */
export function mayBeRefusedCredentials(conversation: Judged): boolean {
  if (conversation !== asked) {
    asked = conversation;
    seen = conversation.outcome !== 'scan-or-attack' && look(conversation.transactions);
  }
  return seen;
}

function look(transactions: readonly Transaction[]): boolean {
  /** Methods with a challenge that nothing followed yet, and its CSeq number. */
  const open = new Map<string, number>();
  for (const { method, cseq, final } of transactions) {
    const status = final?.status ?? 0;
    const pending = open.get(method);
    if (CHALLENGES.has(status)) {
      // Another hop shows the same challenge; a second one is worth a look.
      if (pending !== undefined && pending !== cseq) return true;
      open.set(method, cseq);
    } else if (status === 403) return true;
    else if (pending === cseq) return true;
    else if (pending !== undefined) open.delete(method);
  }
  return open.size > 0;
}
