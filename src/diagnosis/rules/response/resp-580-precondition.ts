import { refusalRule } from '../../facts/refusal-rule.ts';

/** A precondition of the session (QoS, a radio bearer) was not met (RFC 3312 §8). */
export const resp580Precondition = refusalRule({
  id: 'resp-580-precondition',
  tier: 'negotiation',
  needs: ['server-error'],
  more: () => ({}),
});
