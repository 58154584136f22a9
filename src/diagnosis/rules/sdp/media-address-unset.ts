import { isOn } from '../../../call/offer-answer/lines.ts';
import type { Carried, Exchange, Side } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import type { SdpMedia } from '../../../sip/sdp/description.ts';
import { directionOf, isNowhere } from '../../../sip/sdp/direction.ts';
import { hasIce } from '../../../sip/sdp/ice.ts';
import { shown } from '../../evidence.ts';
import { isNegotiated, milderIfWorked, negotiation } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/**
 * A side wanted to hear, gave 0.0.0.0 for its media when the call was set up, and no other address later: a hold that nobody
 * ended, or an address that was never filled in. A controller that connects two others gives it at first (RFC 3725 §4.3).
 */
export const mediaAddressUnset: Rule<'media-address-unset', Call> = {
  id: 'media-address-unset',
  severity: 'warning',
  tier: 'transport',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const { exchanges } = negotiation(call, context);
    const [setUp, ...later] = exchanges;
    if (setUp === undefined || setUp.answer === null) return [];
    for (const side of ['caller', 'callee'] as const) {
      const carried = ofSide(setUp, side);
      if (carried === null || !isUnset(carried)) continue;
      if (later.some((exchange) => isGiven(ofSide(exchange, side)))) continue;
      const { message } = carried;
      const over = call.milestones.bye !== null;
      return [
        {
          rule: 'media-address-unset',
          severity: milderIfWorked(call, 'warning'),
          confidence: over ? 'likely' : 'possible',
          status: over ? 'present' : 'inconclusive',
          scope: 'call',
          args: {
            address: mediaOf(carried)?.connection?.address ?? '',
            node: message.sender.name,
            descriptions: exchanges.filter((exchange) => ofSide(exchange, side) !== null).length,
          },
          evidence: [shown(message)],
        },
      ];
    }
    return [];
  },
};

function ofSide({ offerer, offer, answer }: Exchange, side: Side): Carried | null {
  return offerer === side ? offer : answer;
}

function mediaOf({ description }: Carried): SdpMedia | undefined {
  return description.media.find(isOn);
}

/** Wants to receive, and says of no address where. */
function isUnset(carried: Carried): boolean {
  const media = mediaOf(carried);
  const { description } = carried;
  if (media === undefined || description.cut || !isNowhere(media)) return false;
  if (hasIce(description, media)) return false;
  const direction = directionOf(description, media);
  return direction === 'sendrecv' || direction === 'recvonly';
}

/** Any other address, or what is not read to its end. */
function isGiven(carried: Carried | null): boolean {
  if (carried === null) return false;
  const media = mediaOf(carried);
  return carried.description.cut || (media !== undefined && !isNowhere(media));
}
