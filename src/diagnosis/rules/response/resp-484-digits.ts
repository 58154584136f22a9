import { calledDigits, calledOf } from '../../facts/number-form.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The number has too few digits for the node (RFC 3261 §21.4.22); digits that follow in another INVITE are `overlap-dialling`. */
export const resp484Digits = refusalRule({
  id: 'resp-484-digits',
  tier: 'routing',
  needs: ['client-error'],
  more: ({ request }) => ({ called: calledOf(request), digits: calledDigits(request).length }),
});
