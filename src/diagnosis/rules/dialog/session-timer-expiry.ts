import type { Call, Exchange } from '../../../call/types.ts';
import type { SessionTimer } from '../../../call/session-timer.ts';
import { requestOf, shown } from '../../evidence.ts';
import { fittingClock } from '../../facts/clocks.ts';
import { sessionExpiry } from '../../facts/refreshes.ts';
import type { Rule } from '../../rule.ts';

const MAX_SHOWN = 4;

/**
 * The session timer ran out and the call was hung up for it (RFC 4028 §10): the BYE came min(32 s, a third) before the
 * interval was over, or when it was, and no refresh had got through since. A refresh that failed, or the Reason, makes sure.
 */
export const sessionTimerExpiry: Rule<'session-timer-expiry', Call> = {
  id: 'session-timer-expiry',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['answer', 'bye'],
  check(call, context) {
    const expiry = sessionExpiry(call, context);
    if (expiry === null) return [];
    const { timer, bye, request, reason } = expiry;
    const { seconds, refresher } = timer.session;
    const afterUs = request.time - timer.set.time;
    const tried = timer.attempts.slice(0, MAX_SHOWN);
    return [
      {
        rule: 'session-timer-expiry',
        severity: 'error',
        confidence: reason !== '' ? 'proven' : 'likely',
        status: 'present',
        scope: 'call',
        args: {
          sessionSeconds: seconds,
          refresher,
          afterUs,
          by: bye.client.name,
          attempts: tried.map(nameOf),
          reason,
          clock: fittingClock('session', afterUs, bye.client.name, { session: seconds }),
        },
        evidence: [
          shown(timer.set, 'Session-Expires'),
          ...proofOf(timer),
          reason === '' ? shown(request) : shown(request, 'Reason'),
        ],
      },
    ];
  },
};

function nameOf({ method, final }: Exchange): string {
  return final === null ? method : `${method} ${final.status}`;
}

function proofOf({ attempts }: SessionTimer): ReturnType<typeof shown>[] {
  return attempts.slice(0, MAX_SHOWN).flatMap(({ hops, final }) => {
    const [hop] = hops;
    if (hop === undefined) return [];
    return final === null ? [requestOf(hop)] : [requestOf(hop), shown(final)];
  });
}
