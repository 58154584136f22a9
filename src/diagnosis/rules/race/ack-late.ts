import type { Call } from '../../../call/types.ts';
import { answers, mayLackAck } from '../../facts/answers.ts';
import { shown } from '../../evidence.ts';
import type { Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** The ACK followed its 2xx so late that the 2xx was repeated first (RFC 3261 §13.2.2.4: as soon as it arrives). */
export const ackLate: Rule<'ack-late', Call> = {
  id: 'ack-late',
  severity: 'info',
  tier: 'race',
  kinds: ['call'],
  needs: ['answer', 'repeated'],
  applies: mayLackAck,
  check(call, context) {
    for (const { hops, acks } of answers(call, context)) {
      const [{ answer, copies }] = hops;
      const ack = acks.find(({ sender }) => sender.address === answer.receiver.address);
      if (ack === undefined) continue;
      const delayUs = ack.time - answer.time;
      const before = copies.filter(({ time }) => time < ack.time).length;
      if (before === 0 || !(delayUs > us(context.thresholds['ack.late']))) continue;
      return [
        {
          rule: 'ack-late',
          severity: 'info',
          confidence: 'proven',
          status: 'present',
          scope: 'call',
          args: { sender: ack.sender.name, delayUs, copies: before + 1 },
          evidence: [{ kind: 'message', message: answer, copies: before + 1 }, shown(ack)],
        },
      ];
    }
    return [];
  },
};
