import { contactsOf, placeOf, wishOf } from '../../../call/registration.ts';
import type { OtherConversation } from '../../../call/types.ts';
import { isPrivate, isPublic } from '../../../sip/address-class.ts';
import { field, fieldValues, hasField } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import type { NameAddr } from '../../../sip/values/name-addr.ts';
import { parseVia } from '../../../sip/values/via.ts';
import { shown } from '../../evidence.ts';
import { lastSettled, partiesOf } from '../../facts/registration.ts';
import type { Rule, RuleContext } from '../../rule.ts';

const LOOPBACK = /^(127\.|::1$|0\.0\.0\.0$|::$)/;

/**
 * A private or loopback Contact of a device that is seen at a public address, which the registrar took over as it was.
 * Most hosted registrars remember where the REGISTER came from and are none the worse for it; so it is said only where the
 * registrar did not even notice the NAT (no `received` in Via, RFC 3261 §18.2.1) and sent no call to where the device is seen,
 * or was seen sending to that address.
 */
export const registerContactUnroutable: Rule<'register-contact-unroutable', OtherConversation> = {
  id: 'register-contact-unroutable',
  severity: 'warning',
  tier: 'policy',
  kinds: ['registration'],
  needs: ['register'],
  applies: ({ messages }) => messages[0]?.transport === 'udp',
  check(conversation, context) {
    const { surroundings } = context;
    const last = lastSettled(conversation);
    if (last === null || last.request === null || last.final.status >= 300) return [];
    const { request, final } = last;
    const { kind, contacts } = wishOf(request);
    const [contact] = contacts;
    if (kind !== 'bind' || contact === undefined || !isLost(contact, request)) return [];
    if (!tookOver(contact, final) || hasField(request, 'Path') || hasField(final, 'Path'))
      return [];
    const host = contact.uri?.host ?? '';
    const tried = !LOOPBACK.test(host) && surroundings.sawReceiver(host);
    const noticed = parseVia(fieldValues(final, 'Via')[0] ?? '').received !== '';
    if (!tried && (noticed || isCalled(request, context))) return [];
    return [
      {
        rule: 'register-contact-unroutable',
        severity: 'warning',
        confidence: tried ? 'proven' : 'likely',
        status: 'present',
        scope: 'registration',
        args: {
          ...partiesOf(request),
          contact: placeOf(contact),
          source: request.sender.name,
          tried,
        },
        evidence: [shown(request, 'Contact'), shown(final, 'Via')],
      },
    ];
  },
};

/** Calls went from the registrar to where the device is seen: it goes by that, whatever the Contact says. */
function isCalled({ receiver, sender, callId }: Message, { surroundings }: RuleContext): boolean {
  const all = surroundings.otherCallsSentBy(receiver.address, callId, '');
  return surroundings.otherCallsSentBy(receiver.address, callId, sender.address) < all;
}

/** Nobody outside can reach it: private while its packets come from a public address, or loopback while they do not. */
function isLost({ uri, params }: NameAddr, { sender }: Message): boolean {
  const host = uri?.host ?? '';
  if (params.has('received') || uri?.params.has('alias') === true) return false;
  if (LOOPBACK.test(host)) return !LOOPBACK.test(sender.address) && sender.address !== '';
  return isPrivate(host) && isPublic(sender.address);
}

function tookOver(contact: NameAddr, final: Message): boolean {
  if (field(final, 'Contact') === undefined) return false;
  const bound = contactsOf(final).find((other) => placeOf(other) === placeOf(contact));
  return (
    bound !== undefined && !bound.params.has('received') && bound.uri?.params.has('alias') !== true
  );
}
