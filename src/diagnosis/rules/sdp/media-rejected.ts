import { isAccepted, isOn, type LinePair, pairsOf } from '../../../call/offer-answer/lines.ts';
import type { Exchange } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import { isT38 } from '../../../sip/sdp/fax.ts';
import { answererOf, isNegotiated, milderIfWorked, negotiation, proofOf } from '../../facts/sdp.ts';
import type { Finding, Rule } from '../../rule.ts';

/** A line of the offer was answered with port 0 (RFC 3264 §6). */
export const mediaRejected: Rule<'media-rejected', Call> = {
  id: 'media-rejected',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const byKind = new Map<string, Finding<'media-rejected'>>();
    for (const exchange of negotiation(call, context).exchanges) {
      for (const pair of rejectedOf(exchange)) {
        const { kind } = pair.offered;
        if (!byKind.has(kind)) byKind.set(kind, findingOf(call, exchange, kind));
      }
    }
    return [...byKind.values()];
  },
};

/** Refused lines whose kind has no other line that was accepted; fax relay is a matter of its own. */
function rejectedOf(exchange: Exchange): LinePair[] {
  const pairs = pairsOf(exchange);
  const accepted = new Set(pairs.filter(isAccepted).map(({ offered }) => offered.kind));
  return pairs.filter(
    ({ offered, answered }) =>
      isOn(offered) && answered.port === 0 && !isT38(offered) && !accepted.has(offered.kind),
  );
}

function findingOf(call: Call, exchange: Exchange, media: string): Finding<'media-rejected'> {
  const pairs = pairsOf(exchange);
  // A switch to fax relay ends the audio on purpose.
  const fax = pairs.some((pair) => isAccepted(pair) && isT38(pair.offered));
  return {
    rule: 'media-rejected',
    severity: media === 'audio' && !fax ? milderIfWorked(call, 'error') : 'info',
    confidence: 'proven',
    status: 'present',
    scope: 'call',
    args: { media, node: answererOf(exchange), nothingLeft: !pairs.some(isAccepted) },
    evidence: proofOf(exchange),
  };
}
