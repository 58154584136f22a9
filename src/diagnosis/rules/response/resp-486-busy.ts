import { us } from '../../thresholds.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** Busy (RFC 3261 §21.4.21) after ringing long enough for a person: many phones send it for their Reject button. An ordinary busy line is no finding. */
export const resp486Busy = refusalRule({
  id: 'resp-486-busy',
  tier: 'user',
  needs: ['client-error'],
  confidence: () => 'likely',
  tells: ({ rangUs }, { thresholds }) =>
    rangUs !== null && rangUs >= us(thresholds['decline.human']),
  more: ({ rangUs }) => ({ rangUs: rangUs ?? 0 }),
});
