import { EVERY_KIND, faultFinding, worthChecking } from '../../facts/syntax.ts';
import type { Rule } from '../../rule.ts';

/** Header fields that RFC 3261 §8.1.1, §8.2.6.2, §12.1.1 and §21.4 demand. */
export const missingMandatoryHeader: Rule<'missing-mandatory-header'> = {
  id: 'missing-mandatory-header',
  severity: 'error',
  tier: 'syntax',
  kinds: EVERY_KIND,
  applies: worthChecking,
  check: (conversation, context) => faultFinding('missing-mandatory-header', conversation, context),
};
