import { EVERY_KIND, faultFinding, worthChecking } from '../../facts/syntax.ts';
import type { Rule } from '../../rule.ts';

/** CSeq has to name the method of the request line (RFC 3261 §8.1.1.5). */
export const cseqMethodMismatch: Rule<'cseq-method-mismatch'> = {
  id: 'cseq-method-mismatch',
  severity: 'error',
  tier: 'syntax',
  kinds: EVERY_KIND,
  applies: worthChecking,
  check: (conversation, context) => faultFinding('cseq-method-mismatch', conversation, context),
};
