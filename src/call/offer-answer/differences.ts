import type { OfferAnswerFault } from '../../model/sdp-args.ts';
import type { SdpMedia, SessionDescription } from '../../sip/sdp/description.ts';
import { ALLOWED_ANSWERS, directionOf } from '../../sip/sdp/direction.ts';
import { isRtp } from '../../sip/sdp/media-line.ts';
import { isAccepted, isOn, type LinePair, pairsOf } from './lines.ts';
import type { Exchange } from './types.ts';

/** Where an answer does not fit its offer (RFC 3264 §6). */
export interface Difference {
  readonly fault: OfferAnswerFault;
  /** `audio`, '' when it is about the whole description. */
  readonly media: string;
  readonly offered: string;
  readonly answered: string;
}

/** Every way in which an answer departs from the form that its offer demands. */
export function differencesOf(exchange: Exchange): Difference[] {
  const { offer, answer } = exchange;
  if (answer === null || offer.description.cut || answer.description.cut) return [];
  return [
    ...countDifference(offer.description, answer.description),
    ...pairsOf(exchange).flatMap(pairDifferences),
  ];
}

function countDifference(offer: SessionDescription, answer: SessionDescription): Difference[] {
  const missing = offer.media.slice(answer.media.length);
  // Lines that the offer itself had switched off are missed by nobody.
  if (offer.media.length >= answer.media.length && !missing.some(isOn)) return [];
  return [{ fault: 'line-count', media: '', offered: kindsOf(offer), answered: kindsOf(answer) }];
}

function pairDifferences(pair: LinePair): Difference[] {
  const { offer, answer, offered, answered } = pair;
  const media = offered.kind;
  if (offered.kind !== answered.kind) {
    return [{ fault: 'line-kind', media, offered: offered.kind, answered: answered.kind }];
  }
  if (!isAccepted(pair)) return [];
  const differences: Difference[] = [];
  if (profileChanged(offered, answered)) {
    const [was, is] = [offered.protocol, answered.protocol];
    differences.push({ fault: 'profile', media, offered: was, answered: is });
  }
  const asked = directionOf(offer, offered);
  const said = directionOf(answer, answered);
  if (!ALLOWED_ANSWERS[asked].includes(said)) {
    differences.push({ fault: 'direction', media, offered: asked, answered: said });
  }
  return differences;
}

/** Between RTP profiles only encryption matters, which is judged apart: feedback (AVPF for AVP) changes nothing that flows. */
function profileChanged(offered: SdpMedia, answered: SdpMedia): boolean {
  return offered.protocol !== answered.protocol && !(isRtp(offered) && isRtp(answered));
}

function kindsOf({ media }: SessionDescription): string {
  return media.map(({ kind }) => kind).join(', ');
}
