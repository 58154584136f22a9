import type { SdpArgs } from '../../../model/sdp-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const sdpIgnore: IgnoreTexts<keyof SdpArgs> = {
  'sdp-malformed': 'When both sides read it all the same and media is heard.',
  'offer-answer-violation':
    'When the call had media in both directions: most stacks forgive it. It strikes when a stricter one joins.',
  'codec-no-overlap':
    'When the caller tried again with other codecs, or the next route took the call.',
  'media-rejected':
    'When the refused medium is an extra, such as video to a phone without a camera.',
  'srtp-mismatch': 'When a second try without or with encryption went through, as intended.',
  'srtp-key-in-clear': 'On a network that is protected below SIP, by IPsec or a line of its own.',
  'dtls-setup-wrong': 'When the attempt was repeated in order and media came.',
  'rtcp-mux-mismatch': 'When media is heard: only the reports (RTCP) may be missing.',
  'hold-state':
    'Always, unless somebody complains about silence: it tells when hold began and ended.',
  'hold-not-resumed':
    'When the call was transferred, or the person who waited gave up on their own.',
  'hold-both-sides': 'When it was over after a moment: two people pressed the same key.',
  'fmtp-conflict': 'When a relay in between packs the frames anew.',
  'codec-changed-midcall':
    'When a change was due: fax, music on hold, a transfer to another device.',
  'nat-private-sdp':
    'Where a relay or SBC learns the address from the media that arrives; the call then has sound in both directions.',
  'media-address-unset':
    'When the capture ended before the call was connected through, or nobody was to be heard.',
  'address-family-mismatch': 'When a relay in between translates between IPv4 and IPv6.',
  't38-failed': 'When the fax went through in G.711 instead.',
};
