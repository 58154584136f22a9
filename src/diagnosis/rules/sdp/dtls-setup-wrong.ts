import { isAccepted, isOn, type LinePair, pairsOf } from '../../../call/offer-answer/lines.ts';
import type { Exchange } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import type { SdpArgs } from '../../../model/sdp-args.ts';
import { demandsDtls, fingerprintOf, setupOf } from '../../../sip/sdp/security.ts';
import {
  answererOf,
  isNegotiatedOrRefused,
  milderIfWorked,
  negotiation,
  offererOf,
  proofOf,
  wasRefused,
} from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

type Fault = SdpArgs['dtls-setup-wrong'];

/** DTLS-SRTP that cannot begin: no fingerprint to check, or no side that opens it (RFC 5763 §5, RFC 8842 §5). */
export const dtlsSetupWrong: Rule<'dtls-setup-wrong', Call> = {
  id: 'dtls-setup-wrong',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  applies: isNegotiatedOrRefused,
  check(call, context) {
    for (const exchange of negotiation(call, context).exchanges) {
      const fault = inOffer(exchange) ?? inAnswer(exchange);
      if (fault === null) continue;
      return [
        {
          rule: 'dtls-setup-wrong',
          severity: wasRefused(call) ? 'error' : milderIfWorked(call, 'error'),
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: fault,
          evidence: proofOf(exchange),
        },
      ];
    }
    return [];
  },
};

function inOffer(exchange: Exchange): Fault | null {
  const { description } = exchange.offer;
  if (description.cut) return null;
  const bare = description.media.some(
    (media) => isOn(media) && demandsDtls(media) && fingerprintOf(description, media) === null,
  );
  if (!bare) return null;
  return { how: 'no-fingerprint', offered: '', answered: '', node: offererOf(exchange) };
}

function inAnswer(exchange: Exchange): Fault | null {
  const node = answererOf(exchange);
  for (const pair of pairsOf(exchange)) {
    const how = isAccepted(pair) && demandsDtls(pair.answered) ? faultOf(pair) : null;
    if (how === null) continue;
    const { offer, answer, offered, answered } = pair;
    return {
      how,
      offered: setupOf(offer, offered) ?? '',
      answered: setupOf(answer, answered) ?? '',
      node,
    };
  }
  return null;
}

function faultOf({ offer, answer, offered, answered }: LinePair): Fault['how'] | null {
  if (fingerprintOf(answer, answered) === null) return 'no-fingerprint';
  const said = setupOf(answer, answered);
  if (said === 'actpass') return 'actpass';
  const same = said === setupOf(offer, offered);
  return same && (said === 'active' || said === 'passive') ? 'same-role' : null;
}
