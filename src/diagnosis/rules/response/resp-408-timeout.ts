import { fittingClock } from '../../facts/clocks.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** Some node waited in vain (RFC 3261 §21.4.9), other than after nothing but 100, which `trying-*` tells; how long tells which clock ran out. */
export const resp408Timeout = refusalRule({
  id: 'resp-408-timeout',
  tier: 'race',
  needs: ['client-error'],
  more: ({ args, afterUs, rangUs }) => ({
    waitedUs: afterUs,
    rang: rangUs !== null,
    clock: fittingClock('trying', afterUs, args.node),
  }),
});
