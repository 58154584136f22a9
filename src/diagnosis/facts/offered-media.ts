import type { Message } from '../../sip/message.ts';
import { codecName, codecsOf } from '../../sip/sdp/codecs.ts';
import { sdpOf } from '../../sip/sdp/of-message.ts';

/** Media lines and codecs of one line that are named. */
const MAX_LINES = 4;
const MAX_CODECS = 8;

/** What a request offers, line by line: `audio RTP/AVP PCMA/8000 PCMU/8000`; empty without a description. */
export function offeredMedia(request: Message | null): string[] {
  const description = request === null ? null : sdpOf(request);
  return (description?.media ?? []).slice(0, MAX_LINES).map((media) => {
    const codecs = codecsOf(media).slice(0, MAX_CODECS).map(codecName);
    return [media.kind, media.protocol, ...codecs].filter((part) => part !== '').join(' ');
  });
}
