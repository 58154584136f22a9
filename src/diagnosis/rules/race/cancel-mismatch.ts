import type { Call } from '../../../call/types.ts';
import type { CancelArgs } from '../../../model/race-args.ts';
import { requestOf, shown } from '../../evidence.ts';
import { type Cancel, cancels } from '../../facts/cancels.ts';
import type { Rule } from '../../rule.ts';

type Difference = Pick<CancelArgs['cancel-mismatch'], 'field' | 'found' | 'expected'>;

/**
 * A CANCEL that was refused although its INVITE was open on that link, because a field that must be that of the INVITE is
 * not: branch, Request-URI, From tag, To tag, CSeq number (RFC 3261 §9.1). Compared on one link: a proxy may rewrite both.
 */
export const cancelMismatch: Rule<'cancel-mismatch', Call> = {
  id: 'cancel-mismatch',
  severity: 'error',
  tier: 'syntax',
  kinds: ['call'],
  needs: ['cancel', 'client-error'],
  check(call, context) {
    for (const one of cancels(call, context)) {
      const { cancel, invite } = one;
      const { final } = cancel;
      if (final === null || final.status < 400 || final.status >= 500) continue;
      const difference = differenceOf(one);
      if (difference === null) continue;
      return [
        {
          rule: 'cancel-mismatch',
          severity: 'error',
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: {
            ...difference,
            sender: cancel.client.name,
            node: cancel.server.name,
            code: final.status,
          },
          evidence: [
            requestOf(invite),
            shown(one.request, difference.field === 'Request-URI' ? undefined : difference.field),
            shown(final),
          ],
        },
      ];
    }
    return [];
  },
};

function differenceOf({ request, invited, matches }: Cancel): Difference | null {
  if (request.cseq !== invited.cseq) {
    return { field: 'CSeq', found: String(request.cseq), expected: String(invited.cseq) };
  }
  if (!request.sameFromTag(invited)) {
    return { field: 'From', found: request.fromTag, expected: invited.fromTag };
  }
  if (!request.sameToTag(invited)) {
    return { field: 'To', found: request.toTag, expected: invited.toTag };
  }
  if (!matches) return { field: 'Via', found: request.branch, expected: invited.branch };
  const [found, expected] = [request.requestUri, invited.requestUri];
  return found === expected ? null : { field: 'Request-URI', found, expected };
}
