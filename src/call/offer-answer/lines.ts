import type { SdpMedia, SessionDescription } from '../../sip/sdp/description.ts';
import type { Exchange } from './types.ts';

/** A media line of an offer and the one that answers it (RFC 3264 §6: the same place). */
export interface LinePair {
  readonly offer: SessionDescription;
  readonly answer: SessionDescription;
  readonly offered: SdpMedia;
  readonly answered: SdpMedia;
}

/** The lines of an answered exchange, place by place; none where either description is incomplete. */
export function pairsOf({ offer, answer }: Exchange): LinePair[] {
  if (answer === null || offer.description.cut || answer.description.cut) return [];
  const pairs: LinePair[] = [];
  for (const [at, offered] of offer.description.media.entries()) {
    const answered = answer.description.media[at];
    if (answered === undefined) break;
    pairs.push({
      offer: offer.description,
      answer: answer.description,
      offered,
      answered,
    });
  }
  return pairs;
}

/** Offered and not refused: media is to flow, or could. Port 0 in an offer switches the line off. */
export function isAccepted({ offered, answered }: LinePair): boolean {
  return isOn(offered) && isOn(answered);
}

export function isOn({ port }: SdpMedia): boolean {
  return port !== null && port !== 0;
}
