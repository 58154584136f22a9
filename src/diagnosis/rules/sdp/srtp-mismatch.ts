import { isAccepted, isOn, type LinePair, pairsOf } from '../../../call/offer-answer/lines.ts';
import { voiceCodecsOf } from '../../../call/offer-answer/codecs.ts';
import type { Exchange } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import type { SdpArgs } from '../../../model/sdp-args.ts';
import type { Confidence } from '../../../model/vocabulary.ts';
import { fieldLines } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import type { SdpMedia, SessionDescription } from '../../../sip/sdp/description.ts';
import { isRtp } from '../../../sip/sdp/media-line.ts';
import { sdpOf } from '../../../sip/sdp/of-message.ts';
import { cryptosOf, demandsSrtp, protectionOf } from '../../../sip/sdp/security.ts';
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
import type { Rule } from '../../rule.ts';

/** `Warning: 302`: incompatible transport protocol (RFC 3261 §20.43). */
const INCOMPATIBLE_TRANSPORT = 302;

interface Mismatch extends Pick<SdpArgs['srtp-mismatch'], 'how' | 'offered' | 'answered'> {
  readonly confidence: Confidence;
}

/** One side encrypts and the other does not, or they do so with different keys (RFC 3264 §6.1, RFC 4568 §5.1). */
export const srtpMismatch: Rule<'srtp-mismatch', Call> = {
  id: 'srtp-mismatch',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  applies: isNegotiatedOrRefused,
  check(call, context) {
    for (const exchange of negotiation(call, context).exchanges) {
      const mismatch = inAnswer(exchange) ?? inRefusal(exchange);
      if (mismatch === null) continue;
      const { confidence, ...args } = mismatch;
      return [
        {
          rule: 'srtp-mismatch',
          severity: wasRefused(call) ? 'error' : milderIfWorked(call, 'error'),
          confidence,
          status: 'present',
          scope: 'call',
          args: { ...args, node: answererOf(exchange), code: exchange.refusal?.status ?? 0 },
          evidence: proofOf(exchange),
        },
      ];
    }
    return [];
  },
};

function inAnswer(exchange: Exchange): Mismatch | null {
  for (const pair of pairsOf(exchange)) {
    if (!isAccepted(pair) || !isRtp(pair.offered) || !isRtp(pair.answered)) continue;
    const found = inPair(pair);
    if (found !== null) return { ...found, confidence: 'proven' };
  }
  return null;
}

function inPair({
  offer,
  answer,
  offered,
  answered,
}: LinePair): Omit<Mismatch, 'confidence'> | null {
  const profiles = { offered: offered.protocol, answered: answered.protocol };
  if (demandsSrtp(offered) && !demandsSrtp(answered)) return { how: 'answered-plain', ...profiles };
  if (!demandsSrtp(offered) && demandsSrtp(answered)) return { how: 'answered-srtp', ...profiles };
  if (!demandsSrtp(offered) || protectionOf(offer, offered) !== 'sdes') return null;
  if (protectionOf(answer, answered) === 'dtls') return null;
  const [offers, answers] = [cryptosOf(offered), cryptosOf(answered)];
  const suites = {
    offered: offers.map(({ tag, suite }) => `${tag} ${suite}`).join(', '),
    answered: answers.map(({ tag, suite }) => `${tag} ${suite}`).join(', '),
  };
  if (answers.length === 0) return { how: 'no-key', ...suites };
  const fits = answers.some(({ tag, suite }) =>
    offers.some((one) => one.tag === tag && one.suite === suite),
  );
  return fits ? null : { how: 'suite', ...suites };
}

function inRefusal({ offer, refusal }: Exchange): Mismatch | null {
  if (!refusesMedia(refusal) || offer.description.cut) return null;
  const offered = audioOf(offer.description);
  const accepted = audioOf(sdpOf(refusal));
  const [first] = offered;
  if (first === undefined) return null;
  const demanded = offered.every(demandsSrtp);
  const said = { how: 'refused' as const, offered: first.protocol };
  if (accepted.length > 0) {
    const [other] = accepted;
    const mixed = offered.some(demandsSrtp) !== demanded;
    const differs = accepted.every((media) => demandsSrtp(media) !== demanded);
    if (mixed || !differs || other === undefined) return null;
    return { ...said, answered: other.protocol, confidence: 'proven' };
  }
  if (!demanded) return null;
  // A codec that everybody has was offered: what remains is the encryption.
  const usual = voiceCodecsOf(offer.description).some(({ name }) => /^pcm[ua]$/i.test(name));
  return usual || warnsOfTransport(refusal)
    ? { ...said, answered: '', confidence: 'likely' }
    : null;
}

function audioOf(description: SessionDescription | null): SdpMedia[] {
  return (description?.media ?? []).filter(
    (media) => media.kind === 'audio' && isRtp(media) && isOn(media),
  );
}

function warnsOfTransport(refusal: Message): boolean {
  return fieldLines(refusal, 'Warning')
    .flatMap(parseWarnings)
    .some(({ code }) => code === INCOMPATIBLE_TRANSPORT);
}
