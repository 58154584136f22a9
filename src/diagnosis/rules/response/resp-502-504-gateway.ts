import { fittingClock } from '../../facts/clocks.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The node is sound and what lies behind it is not: it answered badly (502, RFC 3261 §21.5.3) or not at all (504, §21.5.5). */
export const resp502504Gateway = refusalRule({
  id: 'resp-502-504-gateway',
  tier: 'routing',
  needs: ['server-error'],
  more: ({ args, hop, afterUs }) => ({
    next: hop.downstream.at(-1)?.server.name ?? '',
    clock: fittingClock('trying', afterUs, args.node),
  }),
});
