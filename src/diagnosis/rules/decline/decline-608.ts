import type { Call } from '../../../call/types.ts';
import { fieldValues } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { parseNameAddr } from '../../../sip/values/name-addr.ts';
import { declineFinding, declineOf, declineProof, failedWith } from '../../facts/decline.ts';
import type { Rule } from '../../rule.ts';

/** 608: an intermediary rejected the call; its Call-Info should carry a signed card with a contact (RFC 8688 §3.4). */
export const decline608: Rule<'decline-608', Call> = {
  id: 'decline-608',
  severity: 'info',
  tier: 'policy',
  kinds: ['call'],
  needs: ['global-failure'],
  applies: failedWith(608, 603),
  check(call, context) {
    const decline = declineOf('608', call, context);
    if (decline === null) return [];
    const { refusal } = decline;
    return [
      {
        ...declineFinding(decline),
        rule: 'decline-608',
        args: {
          node: refusal.hop.server.name,
          contact: cardOf(refusal.final) || cardOf(refusal.nearest),
        },
        evidence: declineProof(decline, 'Call-Info'),
      },
    ];
  },
};

/** Only what looks like a web address is shown at all. */
const WEB_ADDRESS = /^https:\/\/[!#-;=?-~]{1,400}$/i;

/** Where the signed card (`purpose=jwscard`) is, '' when there is none. */
function cardOf(final: Message): string {
  for (const value of fieldValues(final, 'Call-Info')) {
    const { uriText, params } = parseNameAddr(value);
    const isCard = params.get('purpose')?.toLowerCase() === 'jwscard';
    if (isCard && WEB_ADDRESS.test(uriText.trim())) return uriText.trim();
  }
  return '';
}
