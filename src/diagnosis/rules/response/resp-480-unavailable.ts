import { isPersonalDevice } from '../../../catalog/user-agents.ts';
import { us } from '../../thresholds.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The callee is known and not available (RFC 3261 §21.4.18; 430: its flow is gone, RFC 5626 §11.5): how fast and by whom tells a device that is set so from one that is away. */
export const resp480Unavailable = refusalRule({
  id: 'resp-480-unavailable',
  tier: 'user',
  needs: ['client-error'],
  more: ({ args, afterUs, rangUs }, _, { thresholds }) => ({
    afterUs: rangUs ?? afterUs,
    how:
      rangUs !== null
        ? ('rang' as const)
        : isPersonalDevice(args.agent) && afterUs < us(thresholds['decline.device'])
          ? ('device' as const)
          : ('server' as const),
  }),
});
