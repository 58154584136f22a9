import { refusalRule } from '../../facts/refusal-rule.ts';

/** The security agreement did not come about (RFC 3329 §2.3.1): one 494 is its first step, the call should not end with it. */
export const resp494Secagree = refusalRule({
  id: 'resp-494-secagree',
  tier: 'policy',
  needs: ['client-error'],
  quotes: 'Security-Server',
  more: (_, { rounds }) => ({
    refusals: rounds.filter(({ hops }) => hops[0]?.final?.status === 494).length,
  }),
});
