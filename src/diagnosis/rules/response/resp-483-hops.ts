import { FEW_HOPS, maxForwards, passesOf } from '../../facts/passes.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** Max-Forwards was used up on the way (RFC 3261 §16.3-3): in a loop, or because it was low from the beginning. */
export const resp483Hops = refusalRule({
  id: 'resp-483-hops',
  tier: 'routing',
  needs: ['client-error'],
  more: (refused, call) => {
    const { how, path } = passesOf(call, refused);
    const first = maxForwards(call.invite?.request ?? null);
    const low = first >= 0 && first < FEW_HOPS;
    return {
      how: how === 'loop' || how === 'spiral' ? how : low ? ('low' as const) : ('unseen' as const),
      path,
      first,
    };
  },
});
