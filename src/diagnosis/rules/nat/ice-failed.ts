import { isOn } from '../../../call/offer-answer/lines.ts';
import type { Carried, Exchange } from '../../../call/offer-answer/types.ts';
import type { Call } from '../../../call/types.ts';
import type { NatArgs } from '../../../model/nat-args.ts';
import { isPrivate, isPublic } from '../../../sip/address-class.ts';
import { attribute, inherited, type SdpMedia } from '../../../sip/sdp/description.ts';
import { isNowhere } from '../../../sip/sdp/direction.ts';
import { candidatesOf, hasIce } from '../../../sip/sdp/ice.ts';
import {
  answererOf,
  isNegotiated,
  negotiation,
  offererOf,
  proofOf,
  worked,
} from '../../facts/sdp.ts';
import type { Rule } from '../../rule.ts';

type How = NatArgs['ice-failed']['how'];

/** The port of a description that leaves everything to candidates (RFC 8840 §4.1.1). */
const DISCARD = 9;

interface Fault {
  readonly how: How;
  readonly node: string;
  readonly candidates: number;
}

/**
 * ICE cannot come about, as far as the descriptions of a call tell that did not last: the answer found an address changed on
 * the way (`ice-mismatch`, RFC 8839 §5.5), only one side has ICE and it gave no other way, or all that a side behind a NAT
 * offers is private. Whether checks got through only its media tells.
 */
export const iceFailed: Rule<'ice-failed', Call> = {
  id: 'ice-failed',
  severity: 'error',
  tier: 'media',
  kinds: ['call'],
  applies: isNegotiated,
  check(call, context) {
    const [setUp] = negotiation(call, context).exchanges;
    if (setUp === undefined || setUp.answer === null || worked(call)) return [];
    const fault = faultOf(setUp, setUp.answer);
    if (fault === null) return [];
    return [
      {
        rule: 'ice-failed',
        severity: fault.how === 'one-sided' ? 'error' : 'warning',
        confidence: fault.how === 'private-only' ? 'possible' : 'likely',
        status: 'present',
        scope: 'call',
        args: fault,
        evidence: proofOf(setUp),
      },
    ];
  },
};

function faultOf(exchange: Exchange, answer: Carried): Fault | null {
  const { offer } = exchange;
  const at = offer.description.media.findIndex((media) => media.kind === 'audio' && isOn(media));
  const offered = offer.description.media[at];
  const answered = answer.description.media[at];
  if (offered === undefined || answered === undefined || !isOn(answered)) return null;
  if (offer.description.cut || answer.description.cut) return null;
  const [asks, takes] = [hasIce(offer.description, offered), hasIce(answer.description, answered)];
  if (attribute(answered, 'ice-mismatch') !== undefined) {
    return {
      how: 'mismatch',
      node: answererOf(exchange),
      candidates: candidatesOf(offered).length,
    };
  }
  if (asks && !takes && hasNoDefault(offered)) {
    return {
      how: 'one-sided',
      node: answererOf(exchange),
      candidates: candidatesOf(offered).length,
    };
  }
  if (!asks || !takes) return null;
  if (isStuckInside(offer, offered)) {
    return {
      how: 'private-only',
      node: offererOf(exchange),
      candidates: candidatesOf(offered).length,
    };
  }
  return isStuckInside(answer, answered)
    ? { how: 'private-only', node: answererOf(exchange), candidates: candidatesOf(answered).length }
    : null;
}

/** Without ICE nothing can be sent there. */
function hasNoDefault(media: SdpMedia): boolean {
  return media.port === DISCARD || isNowhere(media);
}

/** Seen at a public address, all candidates private, and no more to come (trickle ICE, RFC 8840). */
function isStuckInside({ message, description }: Carried, media: SdpMedia): boolean {
  if (!isPublic(message.sender.address)) return false;
  if (/\btrickle\b/.test(inherited(description, media, 'ice-options') ?? '')) return false;
  const candidates = candidatesOf(media);
  return candidates.length > 0 && candidates.every(({ address }) => isPrivate(address));
}
