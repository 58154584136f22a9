import { EVERY_KIND, faultFinding, worthChecking } from '../../facts/syntax.ts';
import type { Rule } from '../../rule.ts';

/** The grammar of RFC 3261 §25, as far as a receiver may stumble over a departure from it. */
export const malformedMessage: Rule<'malformed-message'> = {
  id: 'malformed-message',
  severity: 'error',
  tier: 'syntax',
  kinds: EVERY_KIND,
  applies: worthChecking,
  check: (conversation, context) => faultFinding('malformed-message', conversation, context),
};
