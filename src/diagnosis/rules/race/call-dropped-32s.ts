import type { Call } from '../../../call/types.ts';
import { answers, calleeHop, mayLackAck } from '../../facts/answers.ts';
import { shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';

/**
 * An answered call that its callee ended because no ACK reached it: 64·T1 after the 2xx that it had repeated, or with a
 * Reason that says so (RFC 3261 §13.3.1.4). What became of the ACK is told by the `ack-` rules.
 */
export const callDropped32s: Rule<'call-dropped-32s', Call> = {
  id: 'call-dropped-32s',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['answer', 'bye'],
  applies: mayLackAck,
  check(call, context) {
    const one = answers(call, context).find(({ gaveUp }) => gaveUp !== null);
    if (one === undefined || one.gaveUp === null) return [];
    const { answer, copies } = calleeHop(one);
    const { bye, afterUs, reason, clock } = one.gaveUp;
    return [
      {
        rule: 'call-dropped-32s',
        severity: 'error',
        confidence: reason === '' ? 'likely' : 'proven',
        status: 'present',
        scope: 'call',
        args: { afterUs, node: answer.sender.name, copies: copies.length + 1, reason, clock },
        evidence: [
          { kind: 'message', message: answer, copies: copies.length + 1 },
          reason === '' ? shown(bye) : shown(bye, 'Reason'),
        ],
      },
    ];
  },
};
