import { refusalRule } from '../../facts/refusal-rule.ts';

/** A set-up ended in a response that no other rule tells: what the catalog knows of its code, with the proof. */
export const respOther = refusalRule({
  id: 'resp-other',
  tier: 'user',
  needs: ['invite-failed'],
  more: () => ({}),
});
