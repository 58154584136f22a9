import { refusalRule } from '../../facts/refusal-rule.ts';

/** The message (513, RFC 3261 §21.5.7), its body (413, §21.4.11) or its Request-URI (414, §21.4.12) is too large for the node. */
export const resp513Size = refusalRule({
  id: 'resp-513-size',
  tier: 'transport',
  needs: ['invite-failed'],
  more: ({ request }) => ({
    bytes: request === null ? 0 : request.end - request.start,
    transport: request?.transport ?? 'unknown',
  }),
});
