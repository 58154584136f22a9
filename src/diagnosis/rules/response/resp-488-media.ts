import { offeredMedia } from '../../facts/offered-media.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The session description does not suit this node (RFC 3261 §21.4.26). What exactly, `codec-no-overlap` and `srtp-mismatch` tell where it shows. */
export const resp488Media = refusalRule({
  id: 'resp-488-media',
  tier: 'negotiation',
  needs: ['client-error'],
  quotes: 'Warning',
  more: ({ request }) => ({ offered: offeredMedia(request) }),
});
