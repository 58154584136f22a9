import { askedFor, wishOf } from '../../../call/registration.ts';
import type { Exchange, OtherConversation } from '../../../call/types.ts';
import { field } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { decimal } from '../../../sip/values/text.ts';
import { shown } from '../../evidence.ts';
import { gaveUp, partiesOf } from '../../facts/registration.ts';
import type { Rule } from '../../rule.ts';

/**
 * 423 Interval Too Brief (RFC 3261 §10.2.8): once is how the smallest expiry is learned, and worth a note only; a client
 * that does not come back with at least Min-Expires stays unregistered.
 */
export const registerIntervalTooBrief: Rule<'register-interval-too-brief', OtherConversation> = {
  id: 'register-interval-too-brief',
  severity: 'error',
  tier: 'policy',
  kinds: ['registration'],
  needs: ['register', 'client-error'],
  check({ tries, outcome }, { surroundings }) {
    const refused = tries.flatMap(({ exchanges }) => exchanges).filter(isTooBrief);
    const [first] = refused;
    const last = tries.findLast(({ exchanges }) => exchanges.some(isTooBrief));
    if (first === undefined || last === undefined || outcome === 'scan-or-attack') return [];
    const later = tries
      .slice(tries.indexOf(last))
      .some(({ final }) => final !== null && final.status < 300);
    if (!later && !isTooBrief(last.exchanges.at(-1) as Exchange)) return [];
    if (!later && !gaveUp(last, surroundings) && refused.length < 2) return [];
    const { request, final } = first;
    const [contact] = wishOf(request).contacts;
    return [
      {
        rule: 'register-interval-too-brief',
        severity: later ? 'info' : 'error',
        confidence: later || gaveUp(last, surroundings) ? 'proven' : 'likely',
        status: 'present',
        scope: 'registration',
        args: {
          ...partiesOf(request),
          askedS: (contact === undefined ? null : askedFor(contact, request)) ?? 0,
          minimumS: decimal((field(final, 'Min-Expires') ?? '').trim()) ?? 0,
          refusals: refused.length,
          recovered: later,
        },
        evidence: [shown(request, 'Expires'), shown(final, 'Min-Expires')],
      },
    ];
  },
};

type Refused = Exchange & { readonly request: Message; readonly final: Message };

function isTooBrief(exchange: Exchange): exchange is Refused {
  return exchange.final?.status === 423 && exchange.request !== null;
}
