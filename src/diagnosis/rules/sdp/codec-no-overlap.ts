import { voiceCodecsOf, withoutCommonCodec } from '../../../call/offer-answer/codecs.ts';
import type { Exchange } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import type { Confidence } from '../../../model/vocabulary.ts';
import { fieldLines } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import {
  type Codec,
  codecName,
  codecsOf,
  commonCodecs,
  isHelper,
} from '../../../sip/sdp/codecs.ts';
import { isT38 } from '../../../sip/sdp/fax.ts';
import { sdpOf } from '../../../sip/sdp/of-message.ts';
import { demandsSrtp } from '../../../sip/sdp/security.ts';
import { parseWarnings } from '../../../sip/values/warning.ts';
import {
  answererOf,
  isNegotiatedOrRefused,
  milderIfWorked,
  negotiation,
  proofOf,
  refusesMedia,
  wasRefused,
} from '../../facts/sdp.ts';
import type { Finding, Rule } from '../../rule.ts';

/** `Warning: 305`: incompatible media format (RFC 3261 §20.43). */
const INCOMPATIBLE_FORMAT = 305;
/** The codecs that nearly every endpoint and every gateway has. */
const COMMON: ReadonlySet<string> = new Set(['PCMU', 'PCMA']);

/** Codecs on both sides, and how sure it is that they are the matter. */
interface NoOverlap {
  readonly offered: readonly Codec[];
  readonly accepted: readonly Codec[];
  readonly confidence: Confidence;
}

/** No codec that both sides have, by name, clock rate and channels (RFC 3264 §6.1). */
export const codecNoOverlap: Rule<'codec-no-overlap', Call> = {
  id: 'codec-no-overlap',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  applies: isNegotiatedOrRefused,
  check(call, context) {
    for (const exchange of negotiation(call, context).exchanges) {
      const found = inAnswer(exchange) ?? inRefusal(exchange);
      if (found !== null) return [findingOf(call, exchange, found)];
    }
    return [];
  },
};

function inAnswer(exchange: Exchange): NoOverlap | null {
  const [pair] = withoutCommonCodec(exchange);
  if (pair === undefined) return null;
  const [offered, accepted] = [pair.offered, pair.answered].map((media) =>
    codecsOf(media).filter((codec) => !isHelper(codec)),
  );
  return { offered: offered ?? [], accepted: accepted ?? [], confidence: 'proven' };
}

/** A refusal rarely says which codecs there are: then a warning, or an offer of one rare codec, has to tell. */
function inRefusal({ offer, refusal }: Exchange): NoOverlap | null {
  const { description } = offer;
  if (!refusesMedia(refusal) || description.cut || description.media.some(isT38)) return null;
  const offered = voiceCodecsOf(description);
  if (offered.length === 0) return null;
  const accepted = voiceCodecsOf(sdpOf(refusal) ?? { ...description, media: [] });
  if (accepted.length > 0) {
    if (commonCodecs(offered, accepted).length > 0) return null;
    return { offered, accepted, confidence: 'proven' };
  }
  if (warnsOfFormat(refusal)) return { offered, accepted, confidence: 'likely' };
  const rare = offered.every(({ name }) => !COMMON.has(name.toUpperCase()));
  return rare && !description.media.some(demandsSrtp)
    ? { offered, accepted, confidence: 'likely' }
    : null;
}

function warnsOfFormat(refusal: Message): boolean {
  return fieldLines(refusal, 'Warning')
    .flatMap(parseWarnings)
    .some(({ code }) => code === INCOMPATIBLE_FORMAT);
}

function findingOf(
  call: Call,
  exchange: Exchange,
  { offered, accepted, confidence }: NoOverlap,
): Finding<'codec-no-overlap'> {
  return {
    rule: 'codec-no-overlap',
    severity: wasRefused(call) ? 'error' : milderIfWorked(call, 'error'),
    confidence,
    status: 'present',
    scope: 'call',
    args: {
      offered: offered.map(codecName),
      accepted: accepted.map(codecName),
      node: answererOf(exchange),
      code: exchange.refusal?.status ?? 0,
    },
    evidence: proofOf(exchange),
  };
}
