import type { Call, Transaction } from '../../../call/types.ts';
import { openedAt } from '../../../call/hops.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/** What a receiver makes of a CSeq number that is too low (RFC 3261 §12.2.2), or that it knows already. */
const REFUSED: ReadonlySet<number> = new Set([400, 482, 500]);
/** Requests of one call that are looked at (a bound for hostile input). */
const MAX_REQUESTS = 64;

/**
 * A request in a dialog carries a CSeq number that is not above the one before it from the same side (RFC 3261 §12.2.1.1) and
 * was refused for it. Where nobody minded, it may as well be the order of the capture.
 */
export const cseqOutOfOrder: Rule<'cseq-out-of-order', Call> = {
  id: 'cseq-out-of-order',
  severity: 'warning',
  tier: 'syntax',
  kinds: ['call'],
  needs: ['failure'],
  applies: ({ transactions }) => transactions.some(isRefused),
  check({ transactions }) {
    const requests = transactions.filter(isCounted).slice(0, MAX_REQUESTS);
    for (const late of requests) {
      if (!isRefused(late) || late.final === null || late.request === null) continue;
      const before = requests.findLast((one) => isBefore(one, late));
      if (before === undefined || before.request === null) continue;
      return [
        {
          rule: 'cseq-out-of-order',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'dialog',
          args: {
            sender: late.client.name,
            node: late.server.name,
            method: late.method,
            cseq: late.cseq,
            before: before.cseq,
            code: late.final.status,
          },
          evidence: [shown(before.request, 'CSeq'), requestOf(late), shown(late.final)],
        },
      ];
    }
    return [];
  },
};

function isCounted({ method, request }: Transaction): boolean {
  return method !== 'ACK' && method !== 'CANCEL' && request !== null;
}

function isRefused({ method, request, final }: Transaction): boolean {
  if (method === 'ACK' || method === 'CANCEL' || request === null || !request.hasToTag)
    return false;
  return final !== null && REFUSED.has(final.status);
}

/** On the same link, from the same side of the same dialog, earlier, with a number at least as high. */
function isBefore(one: Transaction, late: Transaction): boolean {
  const [a, b] = [one.request, late.request];
  if (one === late || a === null || b === null || one.cseq < late.cseq) return false;
  if (one.client !== late.client || one.server !== late.server) return false;
  return openedAt(one) < openedAt(late) && a.sameFromTag(b) && (!a.hasToTag || a.sameToTag(b));
}
