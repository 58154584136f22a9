import { sawEnough } from '../../../call/horizon.ts';
import type { Call } from '../../../call/types.ts';
import { AWAITED, requestOf, shown, silence } from '../../evidence.ts';
import { madeProgress, pendingProgress } from '../../facts/ringing.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** Ringing beyond Timer C (RFC 3261 §16.6-11) with neither an end nor the fresh 1xx of §13.3.1.1. */
export const ringingForever: Rule<'ringing-forever', Call> = {
  id: 'ringing-forever',
  severity: 'warning',
  tier: 'race',
  kinds: ['call'],
  needs: ['no-final'],
  applies: (call) => madeProgress(call) && call.final === null,
  check(call, { surroundings, thresholds }) {
    const pending = pendingProgress(call, surroundings);
    if (pending === null || call.invite === null) return [];
    const { first, last, node } = pending;
    if (!sawEnough(surroundings, last.time, us(thresholds['ring.forever']))) return [];
    const { captureEnd } = surroundings;
    return [
      {
        rule: 'ringing-forever',
        severity: 'warning',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: { elapsedUs: captureEnd - first.time, node: node.name },
        evidence: [
          requestOf(call.invite),
          shown(first),
          ...(last === first ? [] : [shown(last)]),
          silence(last.sender, last.receiver, last.time, captureEnd, AWAITED.anyResponse),
        ],
      },
    ];
  },
};
