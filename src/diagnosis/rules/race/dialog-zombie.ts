import { horizon, sawEnough } from '../../../call/horizon.ts';
import { isSuccess } from '../../../call/milestones.ts';
import { sessionOf } from '../../../call/session-timer.ts';
import type { Call } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { shown, silence } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/** A BYE for an expired session may be this late, µs. */
const MARGIN = 32_000_000;
/** Requests whose 2xx sets the session timer (RFC 4028 §4). */
const REFRESHES: ReadonlySet<string> = new Set(['INVITE', 'UPDATE']);

/**
 * An answered call with a session timer that ran out long ago, and neither a refresh nor a BYE was seen (RFC 4028 §10):
 * for one side it may still be up. Without a session timer only its media could tell.
 */
export const dialogZombie: Rule<'dialog-zombie', Call> = {
  id: 'dialog-zombie',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['answer'],
  applies: ({ milestones, stage }) => stage === 'answered' && milestones.bye === null,
  check(call, { surroundings }) {
    const last = lastRefresh(call);
    const session = last === null ? null : sessionOf(last);
    if (last === null || session === null) return [];
    const interval = session.seconds * 1_000_000;
    if (!sawEnough(surroundings, last.time, interval + MARGIN)) return [];
    // Whatever was said after the session was over shows that it was not.
    if (call.milestones.last > last.time + interval) return [];
    const due = last.time + interval;
    return [
      {
        rule: 'dialog-zombie',
        severity: 'warning',
        confidence: surroundings.sawDirection(last.receiver, last.sender) ? 'likely' : 'possible',
        status: 'present',
        scope: 'call',
        args: {
          sessionSeconds: session.seconds,
          overdueUs: horizon(surroundings, due),
          refresher: session.refresher,
        },
        evidence: [
          shown(last, 'Session-Expires'),
          silence(
            last.receiver,
            last.sender,
            last.time,
            surroundings.captureEnd,
            'UPDATE, INVITE, BYE',
          ),
        ],
      },
    ];
  },
};

function lastRefresh({ transactions }: Call): Message | null {
  let last: Message | null = null;
  for (const { method, final } of transactions) {
    if (!REFRESHES.has(method) || final === null || !isSuccess(final)) continue;
    if (last === null || final.time > last.time) last = final;
  }
  return last;
}
