import { sawEnough } from '../../../call/horizon.ts';
import type { Call } from '../../../call/types.ts';
import type { Confidence, Severity } from '../../../model/vocabulary.ts';
import { isPrivate, isPublic } from '../../../sip/address-class.ts';
import type { Message } from '../../../sip/message.ts';
import { contactOf } from '../../facts/targets.ts';
import {
  type Answer,
  type AnsweredHop,
  answers,
  calleeHop,
  goesOnAfter,
  mayLackAck,
} from '../../facts/answers.ts';
import { requestOf, shown, silence } from '../../evidence.ts';
import type { Proof, Rule, RuleContext } from '../../rule.ts';

/** Copies, the first sighting included, and the time they span, µs, from which the callee evidently waits for an ACK. */
const COPIES = 3;
const SPAN = 3_400_000;
/** 64·T1, µs: an ACK that comes later comes too late (RFC 3261 §13.3.1.4). */
const TOO_LATE = 32_000_000;

/**
 * A callee repeats its 2xx (RFC 3261 §13.3.1.4, on every transport) and no ACK with its CSeq number and tags was seen on
 * any hop, or its BYE says so itself. That a BYE follows proves nothing else: it is how the callee gives up.
 */
export const ackMissing2xx: Rule<'ack-missing-2xx', Call> = {
  id: 'ack-missing-2xx',
  severity: 'error',
  tier: 'race',
  kinds: ['call'],
  needs: ['answer'],
  applies: mayLackAck,
  check(call, context) {
    const missing = answers(call, context).find(isUnacknowledged);
    if (missing === undefined) return [];
    const { hop, answer, copies } = calleeHop(missing);
    const [reached] = missing.hops;
    const { gaveUp } = missing;
    const contact = contactOf(answer);
    const last = copies.at(-1) ?? answer;
    const until = gaveUp?.bye.time ?? Math.min(context.surroundings.captureEnd, last.time);
    return [
      {
        rule: 'ack-missing-2xx',
        severity: severityOf(missing, call),
        confidence: confidenceOf(missing, context),
        status: 'present',
        scope: 'call',
        args: {
          node: answer.sender.name,
          peer: answer.receiver.name,
          reached: reached.answer.receiver.name,
          copies: copies.length + 1,
          elapsedUs: last.time - answer.time,
          contact: contact?.text ?? '',
          privateContact: contact !== null && isOutOfReach(contact.host, answer),
          heldBy: heldBy(missing),
          gaveUp: gaveUp !== null,
          clock: gaveUp?.clock ?? null,
        },
        evidence: [
          requestOf(hop),
          { kind: 'message', message: answer, copies: copies.length + 1, field: 'Contact' },
          ...(reached.answer === answer ? [] : [lastSeen(reached)]),
          silence(reached.answer.receiver, reached.answer.sender, answer.time, until, 'ACK'),
          ...(gaveUp === null ? [] : [byeOf(gaveUp.bye, gaveUp.reason)]),
        ],
      },
    ];
  },
};

/** The 2xx where it was seen nearest to the caller. */
function lastSeen({ answer, copies }: AnsweredHop): Proof {
  return { kind: 'message', message: answer, copies: copies.length + 1 };
}

/** A private Contact of somebody who talks to, or from, a public address. */
function isOutOfReach(host: string, { sender, receiver }: Message): boolean {
  return isPrivate(host) && (isPublic(sender.address) || isPublic(receiver.address));
}

function byeOf(bye: Message, reason: string): Proof {
  return reason === '' ? shown(bye) : shown(bye, 'Reason');
}

function isUnacknowledged(one: Answer): boolean {
  if (one.acks.length > 0) return false;
  const { answer, copies } = calleeHop(one);
  const last = copies.at(-1);
  if (one.gaveUp !== null) return true;
  return last !== undefined && copies.length + 1 >= COPIES && last.time - answer.time >= SPAN;
}

/** The call was up for both sides when its caller went on in the dialog. */
function severityOf(one: Answer, call: Call): Severity {
  return one.gaveUp === null && goesOnAfter(one, call) ? 'warning' : 'error';
}

function confidenceOf({ hops, gaveUp }: Answer, { surroundings }: RuleContext): Confidence {
  const { answer } = hops[0];
  const visible = surroundings.sawDirection(answer.receiver, answer.sender);
  const over = gaveUp !== null || sawEnough(surroundings, answer.time, TOO_LATE);
  return visible && over ? 'proven' : 'likely';
}

/** The hop before the first one that shows the 2xx: its server got the answer and kept it. */
function heldBy({ hops }: Answer): string {
  const { upstream } = hops[0].hop;
  return upstream === null || upstream.final !== null ? '' : upstream.server.name;
}
