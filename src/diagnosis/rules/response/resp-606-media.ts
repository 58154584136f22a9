import { offeredMedia } from '../../facts/offered-media.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The session description suits no device of the callee (RFC 3261 §21.6.4). What exactly, `codec-no-overlap` and `srtp-mismatch` tell where it shows. */
export const resp606Media = refusalRule({
  id: 'resp-606-media',
  tier: 'negotiation',
  needs: ['global-failure'],
  quotes: 'Warning',
  more: ({ request }) => ({ offered: offeredMedia(request) }),
});
