import { openedAt } from '../../../call/hops.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { shown, requestOf } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/** Requests of one call that are looked at (a bound for hostile input). */
const MAX_REQUESTS = 64;
/** Longest branch that is shown, in characters. */
const MAX_BRANCH = 60;

/**
 * Two requests of one sender share a branch (RFC 3261 §8.1.1.7: unique over space and time, but for CANCEL and the ACK to a
 * failure), and the second one failed: its receiver took it for a copy of the first. Where it worked nobody minds.
 */
export const branchReused: Rule<'branch-reused', Call> = {
  id: 'branch-reused',
  severity: 'warning',
  tier: 'syntax',
  kinds: ['call'],
  needs: ['trouble'],
  applies: ({ transactions }) => transactions.length > 1 && transactions.some(failed),
  check({ transactions }) {
    const byBranch = new Map<string, Transaction>();
    const requests = transactions.filter(isCounted).slice(0, MAX_REQUESTS);
    for (const one of requests.toSorted((a, b) => openedAt(a) - openedAt(b))) {
      const key = `${one.client.name} ${one.server.name} ${one.branch}`;
      const first = byBranch.get(key);
      if (first === undefined) byBranch.set(key, one);
      if (first?.request === undefined || first.request === null || !failed(one)) continue;
      return [
        {
          rule: 'branch-reused',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'dialog',
          args: {
            sender: one.client.name,
            node: one.server.name,
            branch: one.branch.slice(0, MAX_BRANCH),
            first: nameOf(first),
            second: nameOf(one),
            code: one.final?.status ?? 0,
          },
          evidence: [
            shown(first.request, 'Via'),
            requestOf(one),
            ...(one.final === null ? [] : [shown(one.final)]),
          ],
        },
      ];
    }
    return [];
  },
};

/** A sender of RFC 2543 has no unique branches and is matched in other ways. */
function isCounted({ request }: Transaction): boolean {
  return request !== null && request.hasMagicCookie;
}

/** Repeated in vain, or answered as a request is that is no new one. */
function failed({ method, final, retransmissions }: Transaction): boolean {
  if (method === 'ACK' || method === 'CANCEL') return false;
  if (final === null) return retransmissions.length > 0;
  return final.status >= 400 && final.status !== 487 && final.status !== 486;
}

function nameOf({ cseq, method }: Transaction): string {
  return `${cseq} ${method}`;
}
