import { fieldValues } from '../../../sip/field.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** Option tags that are named. */
const MAX_TAGS = 8;

/** The request requires an extension that the node lacks (RFC 3261 §21.4.15), or lacks one that it requires (§21.4.16). */
export const resp420421Extension = refusalRule({
  id: 'resp-420-421-extension',
  tier: 'negotiation',
  needs: ['client-error'],
  more: ({ final }) => ({
    tags: fieldValues(final, final.status === 420 ? 'Unsupported' : 'Require').slice(0, MAX_TAGS),
  }),
});
