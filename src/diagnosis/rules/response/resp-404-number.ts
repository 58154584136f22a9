import { calledOf, numberForm } from '../../facts/number-form.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The node knows no such user or number (RFC 3261 §21.4.5), or several (485, §21.4.20); the form of the number may show why. */
export const resp404Number = refusalRule({
  id: 'resp-404-number',
  tier: 'routing',
  needs: ['client-error'],
  more: ({ request }) => ({ called: calledOf(request), form: numberForm(request) }),
});
