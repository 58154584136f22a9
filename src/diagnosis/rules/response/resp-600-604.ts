import { refusalRule } from '../../facts/refusal-rule.ts';

/** Said for every device of the callee: busy everywhere (RFC 3261 §21.6.1), or no such user anywhere (§21.6.3). It ends the search on all branches (§16.7-5). */
export const resp600604 = refusalRule({
  id: 'resp-600-604',
  tier: 'user',
  needs: ['global-failure'],
  more: ({ hop }, { rounds }) => ({
    branches: (rounds.at(-1)?.hops ?? []).filter(({ upstream }) => upstream === hop.upstream)
      .length,
  }),
});
