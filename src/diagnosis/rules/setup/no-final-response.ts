import { sawEnough } from '../../../call/horizon.ts';
import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { madeProgress, pendingProgress } from '../../facts/ringing.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** Progress, and no final response when the capture ended: a defect only after Timer C (RFC 3261 §16.8), else too early to say. */
export const noFinalResponse: Rule<'no-final-response', Call> = {
  id: 'no-final-response',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['no-final'],
  applies: (call) => madeProgress(call) && call.final === null,
  check(call, { surroundings, thresholds }) {
    const pending = pendingProgress(call, surroundings);
    if (pending === null || call.invite === null) return [];
    const { last, node, elapsedUs } = pending;
    const bound = us(thresholds['ring.forever']);
    // Without a fresh 1xx it is `ringing-forever`.
    if (!(elapsedUs > 0) || sawEnough(surroundings, last.time, bound)) return [];
    const overdue = sawEnough(surroundings, call.milestones.lastInvite, bound);
    return [
      {
        rule: 'no-final-response',
        severity: overdue ? 'error' : 'info',
        confidence: overdue ? 'proven' : 'possible',
        status: overdue ? 'present' : 'inconclusive',
        scope: 'call',
        args: { elapsedUs, code: last.status, phrase: last.phrase, node: node.name },
        evidence: [
          requestOf(call.invite),
          shown(last),
          silence(last.sender, last.receiver, last.time, surroundings.captureEnd, AWAITED.final),
        ],
      },
    ];
  },
};
