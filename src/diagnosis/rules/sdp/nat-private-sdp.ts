import { isOn } from '../../../call/offer-answer/lines.ts';
import type { Carried } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import { isPrivate, isPublic } from '../../../sip/address-class.ts';
import { hasIce } from '../../../sip/sdp/ice.ts';
import { shown } from '../../evidence.ts';
import { isNegotiated, milderIfWorked, negotiation } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

/**
 * A host that signals from a public address asks for its media at a private one. Relays that answer to where
 * media comes from (RFC 7362) make up for it, so a call that lasted gets a note only.
 */
export const natPrivateSdp: Rule<'nat-private-sdp', Call> = {
  id: 'nat-private-sdp',
  severity: 'warning',
  tier: 'transport',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const [setUp] = negotiation(call, context).exchanges;
    if (setUp === undefined || setUp.answer === null) return [];
    for (const carried of [setUp.offer, setUp.answer]) {
      const address = unreachable(carried);
      if (address === null) continue;
      const { sender } = carried.message;
      return [
        {
          rule: 'nat-private-sdp',
          severity: isUp(call) ? 'info' : milderIfWorked(call, 'warning'),
          confidence: 'likely',
          status: 'present',
          scope: 'call',
          args: { address, source: sender.address, node: sender.name },
          evidence: [shown(carried.message)],
        },
      ];
    }
    return [];
  },
};

/** As long as nobody gives up, a relay may make up for it. */
function isUp({ milestones: { answer, bye, final } }: Call): boolean {
  return answer === null ? final === null : bye === null;
}

/** The media address that a peer on the public side cannot reach; null when there is none, or ICE finds another. */
function unreachable({ message, description }: Carried): string | null {
  if (!isPublic(message.sender.address) || description.cut) return null;
  const media = description.media.find(isOn);
  const address = media?.connection?.address ?? '';
  if (media === undefined || hasIce(description, media)) return null;
  return isPrivate(address) ? address : null;
}
