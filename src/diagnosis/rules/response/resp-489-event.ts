import { madeBy } from '../../../call/producer.ts';
import type { Transaction } from '../../../call/types.ts';
import { field, fieldValues } from '../../../sip/field.ts';
import { requestOf, shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

const BAD_EVENT = 489;
const METHODS: ReadonlySet<string> = new Set(['SUBSCRIBE', 'PUBLISH', 'NOTIFY']);
/** Longest value that is quoted, in characters. */
const MAX_TEXT = 120;

/** An event package that the other side does not have (RFC 6665 §8.3.2): no message-waiting lamp, no presence, no busy lamp. */
export const resp489Event: Rule<'resp-489-event'> = {
  id: 'resp-489-event',
  severity: 'warning',
  tier: 'policy',
  kinds: ['subscription', 'publication', 'call'],
  needs: ['client-error'],
  check({ transactions }) {
    const refused = transactions.find(isBadEvent);
    const request = refused?.request ?? null;
    const final = refused?.final ?? null;
    if (refused === undefined || request === null || final === null) return [];
    return [
      {
        rule: 'resp-489-event',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'dialog',
        args: {
          node: madeBy(final, transactions).sender.name,
          method: refused.method,
          event: (field(request, 'Event') ?? '').slice(0, MAX_TEXT),
          allowed: fieldValues(final, 'Allow-Events').join(', ').slice(0, MAX_TEXT),
        },
        evidence: [requestOf(refused), shown(final, 'Allow-Events')],
      },
    ];
  },
};

function isBadEvent({ method, final }: Transaction): boolean {
  return final?.status === BAD_EVENT && METHODS.has(method);
}
