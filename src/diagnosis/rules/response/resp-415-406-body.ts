import { field, fieldValues } from '../../../sip/field.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** Longest list that is quoted, in characters. */
const MAX_TEXT = 120;

/** The type of the body is not understood (RFC 3261 §21.4.13), or none that is accepted can be given (406, §21.4.7). */
export const resp415406Body = refusalRule({
  id: 'resp-415-406-body',
  tier: 'negotiation',
  needs: ['client-error'],
  quotes: 'Accept',
  more: ({ request, final }) => ({
    sent: request === null ? '' : (field(request, 'Content-Type') ?? ''),
    accepts: fieldValues(final, 'Accept').join(', ').slice(0, MAX_TEXT),
  }),
});
