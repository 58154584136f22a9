import { EVERY_KIND, faultFinding, worthChecking } from '../../facts/syntax.ts';
import type { Rule } from '../../rule.ts';

/** Content-Length promises more bytes than arrived (RFC 3261 §18.3). */
export const contentLengthMismatch: Rule<'content-length-mismatch'> = {
  id: 'content-length-mismatch',
  severity: 'error',
  tier: 'syntax',
  kinds: EVERY_KIND,
  applies: worthChecking,
  check: (conversation, context) => faultFinding('content-length-mismatch', conversation, context),
};
