import { contactOf } from '../../facts/redirects.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The number was given up or changed for good (410, RFC 3261 §21.4.8; 301, §21.3.2). */
export const resp410301Moved = refusalRule({
  id: 'resp-410-301-moved',
  tier: 'routing',
  needs: ['invite-failed'],
  more: ({ final }) => ({ contact: contactOf(final) }),
});
