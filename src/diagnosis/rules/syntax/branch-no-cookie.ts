import type { Judged } from '../../../call/types.ts';
import { EVERY_KIND, faultFinding, mayBeUnreadable, worthChecking } from '../../facts/syntax.ts';
import type { Finding, Rule } from '../../rule.ts';
import { hasCookie } from '../../../sip/syntax.ts';

/**
 * The top Via branch has to start with `z9hG4bK` (RFC 3261 §8.1.1.7). Older senders are to be served without it
 * (§17.2.3), so it is a note, and a warning where a request with such a branch failed as an unmatched one does.
 */
export const branchNoCookie: Rule<'branch-no-cookie'> = {
  id: 'branch-no-cookie',
  severity: 'warning',
  tier: 'syntax',
  kinds: EVERY_KIND,
  applies: worthChecking,
  check(conversation, context) {
    const findings = faultFinding('branch-no-cookie', conversation, context);
    return failedUnmatched(conversation) ? findings.map(asWarning) : findings;
  },
};

function failedUnmatched(conversation: Judged): boolean {
  return conversation.transactions.some(
    (transaction) =>
      transaction.final !== null &&
      mayBeUnreadable(transaction) &&
      transaction.request !== null &&
      !hasCookie(transaction.request),
  );
}

function asWarning(finding: Finding<'branch-no-cookie'>): Finding<'branch-no-cookie'> {
  return { ...finding, severity: 'warning' };
}
