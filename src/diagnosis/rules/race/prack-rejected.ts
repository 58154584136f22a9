import { CHALLENGES } from '../../../call/closing.ts';
import { openedAt } from '../../../call/hops.ts';
import { madeBy } from '../../../call/producer.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { shown } from '../../evidence.ts';
import { confirms, rackFor, rackOf, reliables } from '../../facts/reliable.ts';
import type { Rule } from '../../rule.ts';

/** RAck values that are listed. */
const MAX_EXPECTED = 4;

/**
 * A PRACK was refused: 481 when its RAck names no 1xx that waits (RFC 3262 §3), 488 when its offer does not fit, 408 when
 * it did not get through. A challenge that was answered is none.
 */
export const prackRejected: Rule<'prack-rejected', Call> = {
  id: 'prack-rejected',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['prack'],
  applies: ({ transactions }) => transactions.some(isRefused),
  check(call, context) {
    const refused = call.transactions.filter(isRefused).sort((a, b) => openedAt(a) - openedAt(b));
    const seen = reliables(call, context);
    for (const { request, final } of refused) {
      if (request === null || final === null) continue;
      const own = seen.filter(({ response }) => response.sameToTag(request));
      const expected = [...new Set(own.map(({ response, rseq }) => rackFor(response, rseq)))];
      const matches = own.some((one) => confirms(request, one));
      return [
        {
          rule: 'prack-rejected',
          // Who gets over it needs no repair.
          severity: call.stage === 'answered' ? 'warning' : 'error',
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: {
            node: madeBy(final, call.transactions).sender.name,
            code: final.status,
            phrase: final.phrase,
            rack: rackOf(request),
            expected: matches ? [] : expected.slice(0, MAX_EXPECTED),
          },
          evidence: [
            shown(request, 'RAck'),
            ...own.slice(0, 1).map(({ response }) => shown(response, 'RSeq')),
            shown(final),
          ],
        },
      ];
    }
    return [];
  },
};

function isRefused({ method, final }: Transaction): boolean {
  return method === 'PRACK' && final !== null && isFailure(final);
}

function isFailure({ status }: Message): boolean {
  return status >= 300 && !CHALLENGES.has(status);
}
