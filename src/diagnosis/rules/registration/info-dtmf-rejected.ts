import { exchangesOf } from '../../../call/exchanges.ts';
import { madeBy } from '../../../call/producer.ts';
import type { Call, Exchange } from '../../../call/types.ts';
import { field } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/** What an element answers that takes no INFO, or none with this body (RFC 6086 §4.2.2). */
const REFUSED: ReadonlySet<number> = new Set([405, 406, 415, 469, 488, 489, 501]);
/** `application/dtmf-relay`, `application/dtmf`, and Nortel's `audio/telephone-event`. */
const DTMF = /^(application\/(vnd\.\w+\.)?dtmf|audio\/telephone-event)/i;
/** Longest content type that is shown, in characters. */
const MAX_TYPE = 60;

/** Digits that were sent in INFO and not taken: menus and PINs do not work in this call. */
export const infoDtmfRejected: Rule<'info-dtmf-rejected', Call> = {
  id: 'info-dtmf-rejected',
  severity: 'warning',
  tier: 'negotiation',
  kinds: ['call'],
  needs: ['info'],
  check({ transactions }) {
    const refused = exchangesOf(transactions, 'INFO').filter(isRefusedDigit);
    const [first] = refused;
    if (first === undefined) return [];
    const { request, final } = first;
    return [
      {
        rule: 'info-dtmf-rejected',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          node: madeBy(final, transactions).sender.name,
          code: final.status,
          phrase: final.phrase,
          type: typeOf(request),
          count: refused.length,
        },
        evidence: [shown(request, 'Content-Type'), shown(final)],
      },
    ];
  },
};

type RefusedDigit = Exchange & { readonly request: Message; readonly final: Message };

function isRefusedDigit(exchange: Exchange): exchange is RefusedDigit {
  const { request, final } = exchange;
  if (request === null || final === null || !REFUSED.has(final.status)) return false;
  return DTMF.test(typeOf(request));
}

function typeOf(request: Message): string {
  return (field(request, 'Content-Type') ?? '').slice(0, MAX_TYPE);
}
