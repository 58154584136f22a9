import { namedField } from '../../facts/named-field.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** A node could not read the request, or missed something in it (RFC 3261 §21.4.1); 409 and 411 are older words for the same. */
export const resp400Malformed = refusalRule({
  id: 'resp-400-malformed',
  tier: 'syntax',
  needs: ['client-error'],
  more: ({ args }) => ({ field: namedField(`${args.phrase} ${args.warning}`) }),
});
