import { isAccepted, type LinePair, pairsOf } from '../../../call/offer-answer/lines.ts';
import type { Call } from '../../../call/types.ts';
import type { SdpArgs } from '../../../model/sdp-args.ts';
import { attribute } from '../../../sip/sdp/description.ts';
import { isRtp } from '../../../sip/sdp/media-line.ts';
import { hasRtcpMux } from '../../../sip/sdp/rtcp.ts';
import { answererOf, isNegotiated, milderIfWorked, negotiation, proofOf } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/** RTP and RTCP on one port, wanted by one side alone (RFC 5761 §5.1.1, RFC 8858). Offered and not taken up is in order. */
export const rtcpMuxMismatch: Rule<'rtcp-mux-mismatch', Call> = {
  id: 'rtcp-mux-mismatch',
  severity: 'warning',
  tier: 'negotiation',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    for (const exchange of negotiation(call, context).exchanges) {
      const [how] = pairsOf(exchange).flatMap((pair) => mismatchOf(pair) ?? []);
      if (how === undefined) continue;
      return [
        {
          rule: 'rtcp-mux-mismatch',
          severity: milderIfWorked(call, 'warning'),
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: { how, node: answererOf(exchange) },
          evidence: proofOf(exchange),
        },
      ];
    }
    return [];
  },
};

function mismatchOf(pair: LinePair): SdpArgs['rtcp-mux-mismatch']['how'] | null {
  const { offered, answered } = pair;
  if (!isAccepted(pair) || !isRtp(answered)) return null;
  if (hasRtcpMux(answered) && !hasRtcpMux(offered)) return 'unasked';
  const only = attribute(offered, 'rtcp-mux-only') !== undefined;
  return only && !hasRtcpMux(answered) ? 'required' : null;
}
