import { isOn } from '../../../call/offer-answer/lines.ts';
import type { Carried, Exchange } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import type { SdpArgs } from '../../../model/sdp-args.ts';
import { attribute } from '../../../sip/sdp/description.ts';
import { hasIce } from '../../../sip/sdp/ice.ts';
import { answererOf, isNegotiated, milderIfWorked, negotiation, proofOf } from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

type Family = 'IP4' | 'IP6';
type Args = SdpArgs['address-family-mismatch'];

/** Media asked for in another IP version than the other side has, and no ICE or ALTC to choose (RFC 6157, RFC 6947). */
export const addressFamilyMismatch: Rule<'address-family-mismatch', Call> = {
  id: 'address-family-mismatch',
  severity: 'warning',
  tier: 'transport',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const [setUp] = negotiation(call, context).exchanges;
    const args = setUp === undefined ? null : mismatchOf(setUp);
    if (setUp === undefined || args === null) return [];
    return [
      {
        rule: 'address-family-mismatch',
        severity: milderIfWorked(call, 'warning'),
        confidence: 'likely',
        status: 'present',
        scope: 'call',
        args,
        evidence: proofOf(setUp),
      },
    ];
  },
};

function mismatchOf(exchange: Exchange): Args | null {
  const { offer, answer } = exchange;
  if (answer === null) return null;
  const [asked, said] = [familyOf(offer), familyOf(answer)];
  if (asked !== null && said !== null && asked !== said) {
    return { how: 'answer', family: said, other: asked, node: answererOf(exchange) };
  }
  for (const carried of [offer, answer]) {
    const { sender } = carried.message;
    const signalled: Family = sender.address.includes(':') ? 'IP6' : 'IP4';
    const family = sender.address === '' ? null : familyOf(carried);
    if (family !== null && family !== signalled) {
      return { how: 'signalling', family, other: signalled, node: sender.name };
    }
  }
  return null;
}

/** The one IP version of a description; null when it leaves a choice, gives names, or is incomplete. */
function familyOf({ description }: Carried): Family | null {
  if (description.cut) return null;
  const families = new Set<string>();
  for (const media of description.media) {
    if (!isOn(media)) continue;
    const chooses = hasIce(description, media) || attribute(media, 'altc') !== undefined;
    const address = media.connection?.address ?? '';
    if (chooses || !/^[\d.]+$|:/.test(address)) return null;
    families.add(address.includes(':') ? 'IP6' : 'IP4');
  }
  const [only] = families;
  return families.size === 1 ? (only as Family) : null;
}
