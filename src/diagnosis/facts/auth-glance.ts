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
  /** Methods with a challenge that nothing followed yet. */
  const open = new Map<string, Transaction>();
  for (const one of transactions) {
    const { method, cseq, final } = one;
    const status = final?.status ?? 0;
    const pending = open.get(method);
    if (CHALLENGES.has(status)) {
      // Another hop shows the same challenge; a second one is worth a look.
      if (pending !== undefined && pending.cseq !== cseq) return true;
      open.set(method, one);
    } else if (status === 403) return true;
    else if (pending?.cseq === cseq) return true;
    else if (pending !== undefined && !isOfOtherSide(one, pending)) open.delete(method);
  }
  return open.size > 0;
}

/** The hang-up of the callee, say, answers no challenge that the caller's met. */
function isOfOtherSide({ request }: Transaction, pending: Transaction): boolean {
  return request !== null && pending.request !== null && request.crossedTags(pending.request);
}
