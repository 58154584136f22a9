import { exchangesOf } from '../../../call/exchanges.ts';
import { madeBy } from '../../../call/producer.ts';
import type { OtherConversation } from '../../../call/types.ts';
import { field } from '../../../sip/field.ts';
import { shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/** Longest event package that is shown, in characters. */
const MAX_EVENT = 60;

/** A NOTIFY whose subscription the receiver does not know (any more): the notifier must forget it (RFC 6665 §4.2.2). */
export const notify481: Rule<'notify-481', OtherConversation> = {
  id: 'notify-481',
  severity: 'info',
  tier: 'race',
  kinds: ['subscription'],
  needs: ['notify', 'client-error'],
  check({ transactions }) {
    const refused = exchangesOf(transactions, 'NOTIFY').filter(
      ({ final, request }) => final?.status === 481 && request !== null,
    );
    const last = refused.at(-1);
    if (last === undefined || last.request === null || last.final === null) return [];
    const { request, final } = last;
    return [
      {
        rule: 'notify-481',
        severity: 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'dialog',
        args: {
          event: (field(request, 'Event') ?? '').split(';', 1)[0]?.trim().slice(0, MAX_EVENT) ?? '',
          node: madeBy(final, transactions).sender.name,
          sender: request.sender.name,
          count: refused.length,
        },
        evidence: [shown(request, 'Event'), shown(final)],
      },
    ];
  },
};
