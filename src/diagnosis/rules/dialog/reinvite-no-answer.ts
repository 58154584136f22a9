import { sawEnough } from '../../../call/horizon.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { AWAITED, requestOf, silence } from '../../evidence.ts';
import { changes, endedSoon, purposeOf } from '../../facts/changes.ts';
import { failureOf, hasTroubleInside, isUnheard } from '../../facts/in-dialog.ts';
import type { Rule } from '../../rule.ts';

/** Timer B: a client transaction without any response is over, µs (RFC 3261 §17.1.1.2). */
const TIMER_B = 32_000_000;

/**
 * A re-INVITE that got no response at all on the last hop that shows it: the way to the other side is broken in the middle of
 * the call (a Contact that nobody reaches, a NAT binding that is gone). The sender has to end the call (RFC 3261 §14.1).
 */
export const reinviteNoAnswer: Rule<'reinvite-no-answer', Call> = {
  id: 'reinvite-no-answer',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['no-final'],
  applies: hasTroubleInside,
  check(call, context) {
    const { surroundings } = context;
    for (const one of changes(call, context)) {
      if (one.method !== 'INVITE' || !isUnheard(one, surroundings)) continue;
      const hop = one.hops.at(-1) as Transaction;
      const copies = hop.retransmissions.length + 1;
      const last = hop.retransmissions.at(-1) ?? one.request;
      const over = sawEnough(surroundings, one.request.time, TIMER_B);
      return [
        {
          rule: 'reinvite-no-answer',
          severity: 'error',
          confidence: over ? failureOf(one, surroundings) : 'likely',
          status: 'present',
          scope: 'call',
          args: {
            asker: hop.client.name,
            target: hop.server.name,
            copies,
            purpose: purposeOf(one, call, context),
            ended: endedSoon(call, last.time),
          },
          evidence: [
            requestOf(hop),
            silence(
              hop.server,
              hop.client,
              one.request.time,
              call.milestones.bye ?? surroundings.captureEnd,
              AWAITED.anyResponse,
            ),
          ],
        },
      ];
    }
    return [];
  },
};
