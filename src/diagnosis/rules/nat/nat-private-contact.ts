import type { Call } from '../../../call/types.ts';
import { isPrivate, isPublic } from '../../../sip/address-class.ts';
import { type LostContact, lostContacts, mayLoseRequests } from '../../facts/lost-contact.ts';
import type { Rule } from '../../rule.ts';

/**
 * A device behind a NAT gave its private address as Contact (RFC 3261 §8.1.1.8), and a request of the dialog that had to go
 * there was lost. Told only where the device was seen at a public address: inside its own network the Contact is right, and
 * where the other side answers to the source address nothing is lost.
 */
export const natPrivateContact: Rule<'nat-private-contact', Call> = {
  id: 'nat-private-contact',
  severity: 'error',
  tier: 'transport',
  kinds: ['call'],
  applies: mayLoseRequests,
  check(call, context) {
    const lost = lostContacts(call, context).find(isPrivateOutside);
    if (lost === undefined) return [];
    const { given, target, side, method, sender, code, dropped, proof } = lost;
    return [
      {
        rule: 'nat-private-contact',
        severity: dropped ? 'error' : 'warning',
        confidence: 'likely',
        status: 'present',
        scope: 'call',
        args: {
          contact: target.text,
          source: given.sender.name,
          side,
          method,
          sender,
          code,
          dropped,
        },
        evidence: [...proof],
      },
    ];
  },
};

function isPrivateOutside({ given, target }: LostContact): boolean {
  return isPrivate(target.host) && isPublic(given.sender.address);
}
