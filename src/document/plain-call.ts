import type { Thresholds } from '../diagnosis/thresholds.ts';
import { us } from '../diagnosis/thresholds.ts';
import { isAlerting, isProgress } from '../call/milestones.ts';
import type { ReportCall } from '../model/report.ts';
import { HARMLESS } from '../sip/leniency.ts';
import type { Message } from '../sip/message.ts';
import { calleeOf, callerOf } from '../sip/party.ts';
import { finalOf, NO_FINDINGS } from './call-row.ts';
import { iso, milliseconds } from './time.ts';

/** INVITE, up to four provisional responses, 200, ACK, BYE, 200. */
const FEWEST = 5;
const MOST = 9;

/** A call on one hop in which nothing happened but what has to. */
interface PlainCall {
  readonly invite: Message;
  /** First response that the caller could hear or see. */
  readonly progress: Message | null;
  readonly alerting: Message | null;
  readonly answer: Message;
  readonly bye: Message;
}

/**
 * The row of a call that went as calls should, or null for every other one. The judge and the rules would say the same of
 * it, at five times the cost: nine of ten calls of a busy trunk are like this, and a test holds the two answers together.
 */
export function plainCallRow(
  messages: readonly Message[],
  thresholds: Thresholds,
): ReportCall | null {
  const call = plainCall(messages, us(thresholds['trying.late']));
  if (call === null) return null;
  const { invite, progress, alerting, answer, bye } = call;
  if ((progress ?? answer).time - invite.time >= us(thresholds['pdd.notice'])) return null;
  const { callId } = invite;
  return {
    id: '',
    callIds: [callId],
    from: callerOf(invite),
    to: calleeOf(invite),
    legs: [
      {
        callId,
        source: invite.sender.name,
        destination: invite.receiver.name,
        code: answer.status,
      },
    ],
    start: iso(invite.time),
    stage: 'answered',
    outcome: 'answered',
    release: bye.sender === invite.sender ? 'caller' : 'callee',
    confidence: 'proven',
    final: finalOf(answer),
    timing: {
      pddMs: milliseconds(invite.time, (progress ?? answer).time),
      ringMs: milliseconds(alerting?.time ?? null, answer.time),
      talkMs: milliseconds(answer.time, bye.time),
      elapsedMs: milliseconds(invite.time, bye.time) ?? 0,
    },
    findings: NO_FINDINGS,
    primary: null,
  };
}

function plainCall(messages: readonly Message[], firstResponseWithin: number): PlainCall | null {
  const { length } = messages;
  if (length < FEWEST || length > MOST || !inOrderAndClean(messages)) return null;
  const invite = messages[0] as Message;
  const answer = messages[length - 4] as Message;
  const ack = messages[length - 3] as Message;
  const bye = messages[length - 2] as Message;
  const over = messages[length - 1] as Message;
  if (invite.status !== 0 || invite.method !== 'INVITE' || invite.hasToTag) return null;
  if (!answers(answer, invite) || answer.status !== 200 || !answer.hasToTag) return null;
  if ((messages[1] as Message).time - invite.time > firstResponseWithin) return null;

  let progress: Message | null = null;
  let alerting: Message | null = null;
  for (let at = 1; at < length - 4; at += 1) {
    const response = messages[at] as Message;
    const { status } = response;
    // Rising codes: none of them comes twice.
    if (!answers(response, invite) || status < 100 || status >= 199) return null;
    if (at > 1 && status <= (messages[at - 1] as Message).status) return null;
    if (status !== 100 && !response.sameToTag(answer)) return null;
    if (progress === null && isProgress(response)) progress = response;
    if (alerting === null && isAlerting(response)) alerting = response;
  }

  const acknowledged =
    ack.status === 0 && ack.method === 'ACK' && ack.cseq === invite.cseq && ack.sameToTag(answer);
  if (!acknowledged || ack.sender !== invite.sender || ack.sameBranch(invite)) return null;
  const byCaller = bye.sender === invite.sender && bye.receiver === invite.receiver;
  const byCallee = bye.sender === invite.receiver && bye.receiver === invite.sender;
  if (bye.status !== 0 || bye.method !== 'BYE' || !(byCaller || byCallee)) return null;
  const inDialog = byCaller
    ? bye.sameFromTag(answer) && bye.sameToTag(answer)
    : bye.crossedTags(answer);
  if (!inDialog || !answer.sameFromTag(invite) || !answers(over, bye) || over.status !== 200)
    return null;
  return { invite, progress, alerting, answer, bye };
}

/** In time order, one source, and nothing odd about any of them. */
function inOrderAndClean(messages: readonly Message[]): boolean {
  let previous: Message | null = null;
  for (const message of messages) {
    if (previous !== null && !(message.time > previous.time)) return false;
    if ((message.leniency & ~HARMLESS) !== 0 || message.hasReason) return false;
    if (!message.hasMagicCookie || message.transport !== 'udp') return false;
    if (message.status === 0 && message.method !== message.cseqMethod) return false;
    if (previous !== null && message.source !== previous.source) return false;
    previous = message;
  }
  return true;
}

/** A response of the hop and transaction that the request opened. */
function answers(response: Message, request: Message): boolean {
  return (
    response.status !== 0 &&
    response.cseq === request.cseq &&
    response.cseqMethod === request.method &&
    response.sender === request.receiver &&
    response.receiver === request.sender &&
    response.sameBranch(request) &&
    response.sameSentBy(request)
  );
}
