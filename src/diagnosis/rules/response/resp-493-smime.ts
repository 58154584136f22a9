import { refusalRule } from '../../facts/refusal-rule.ts';

/** A body was encrypted with a key that the node does not have (RFC 3261 §21.4.29, S/MIME). */
export const resp493Smime = refusalRule({
  id: 'resp-493-smime',
  tier: 'negotiation',
  needs: ['client-error'],
  more: () => ({}),
});
