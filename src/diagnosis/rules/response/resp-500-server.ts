import { refusalRule } from '../../facts/refusal-rule.ts';

/** A node failed (RFC 3261 §21.5.1): by a fault of its own, or because a proxy may not pass on the 503 of the next hop (§16.7-6). */
export const resp500Server = refusalRule({
  id: 'resp-500-server',
  tier: 'race',
  needs: ['server-error'],
  quotes: 'Retry-After',
  more: ({ hop }) => ({
    passedOn: hop.downstream.find(({ final }) => final?.status === 503)?.server.name ?? '',
  }),
});
