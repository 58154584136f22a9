import type { Call } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { calleeHop, goesOnAfter, mayLackAck } from '../../facts/answers.ts';
import { unheededAck, type UnheededAck } from '../../facts/ack-path.ts';
import { shown } from '../../evidence.ts';
import type { Proof, Rule } from '../../rule.ts';

/** Fields of the 2xx and of the ACK that show the fault. */
const FIELDS: Readonly<Partial<Record<UnheededAck['how'], readonly [string, string?]>>> = {
  'request-uri': ['Contact'],
  route: ['Record-Route', 'Route'],
  contact: ['Contact'],
  destination: ['Contact'],
};

/**
 * The ACK to a 2xx was seen and the callee went on repeating: it did not get there. Its Request-URI has to be the Contact
 * of the 2xx, its Route the Record-Route in reverse (RFC 3261 §13.2.2.4, §12.2.1.1), and it has to go where these say.
 */
export const ackMisrouted: Rule<'ack-misrouted', Call> = {
  id: 'ack-misrouted',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['answer', 'repeated'],
  applies: mayLackAck,
  check(call, context) {
    const unheeded = unheededAck(call, context);
    if (unheeded === null) return [];
    const { one, ack, lastSeen, later, how, found, expected } = unheeded;
    const { answer } = calleeHop(one);
    const last = later.at(-1) ?? answer;
    const { gaveUp } = one;
    return [
      {
        rule: 'ack-misrouted',
        severity:
          gaveUp === null && (goesOnAfter(one, call) || one.bye === null) ? 'warning' : 'error',
        // That it did not arrive is seen; why is read off the fields.
        confidence: how === 'unheeded' ? 'likely' : 'proven',
        status: 'present',
        scope: 'call',
        args: {
          how,
          node: answer.sender.name,
          sentTo: lastSeen.receiver.name,
          found,
          expected,
          copies: later.length,
          elapsedUs: last.time - ack.time,
          gaveUp: gaveUp !== null,
        },
        evidence: [
          fieldOf(how, one.hops[0].answer),
          shown(lastSeen, FIELDS[how]?.[1]),
          shown(last),
          ...(gaveUp === null ? [] : [shown(gaveUp.bye)]),
        ],
      },
    ];
  },
};

function fieldOf(how: UnheededAck['how'], answer: Message): Proof {
  return shown(answer, FIELDS[how]?.[0]);
}
