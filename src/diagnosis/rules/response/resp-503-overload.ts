import { field } from '../../../sip/field.ts';
import { parseRetryAfter } from '../../../sip/values/retry-after.ts';
import { overloadTopic } from '../../facts/wording.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The node cannot serve now (RFC 3261 §21.5.4): too much to do, under maintenance, or without a route; its words tell which. */
export const resp503Overload = refusalRule({
  id: 'resp-503-overload',
  tier: 'routing',
  needs: ['server-error'],
  quotes: 'Retry-After',
  more: ({ args, final }) => ({
    topic: overloadTopic(args),
    retryAfter: parseRetryAfter(field(final, 'Retry-After') ?? '')?.seconds ?? -1,
  }),
});
