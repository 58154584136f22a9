import { EVERY_KIND, faultFinding, worthChecking } from '../../facts/syntax.ts';
import type { Rule } from '../../rule.ts';

/** Without brackets a URI's parameters become the header field's (RFC 3261 §20). */
export const uriParamOutsideBrackets: Rule<'uri-param-outside-brackets'> = {
  id: 'uri-param-outside-brackets',
  severity: 'warning',
  tier: 'syntax',
  kinds: EVERY_KIND,
  applies: worthChecking,
  check: (conversation, context) =>
    faultFinding('uri-param-outside-brackets', conversation, context),
};
