import { hasSdp } from '../sip/body.ts';
import type { Message } from '../sip/message.ts';
import { openedAt } from './hops.ts';
import type { Dialog, Milestones, Round, Transaction } from './types.ts';
import type { Stage } from '../model/vocabulary.ts';

/** The moments of a call, read off the hop nearest to the caller. */
export function milestonesOf(
  rounds: readonly Round[],
  invite: Transaction,
  dialogs: readonly Dialog[],
  last: number,
): Milestones {
  const { responses } = invite;
  const answer = responses.find(isSuccess) ?? null;
  return {
    invite: openedAt(rounds[0]?.hops[0] ?? invite),
    lastInvite: openedAt(invite),
    trying: timeOf(responses.find(({ status }) => status === 100)),
    progress: timeOf(responses.find(isProgress)),
    alerting: timeOf(responses.find(isAlerting)),
    answer: timeOf(answer),
    final: timeOf(invite.final ?? invite.ack),
    cancel: invite.cancel === null ? null : openedAt(invite.cancel),
    bye: firstOf(dialogs.map(({ bye }) => (bye === null ? null : openedAt(bye)))),
    last,
  };
}

/**
 * How far the set-up came. A 183 without a session description (or any other 1xx that says neither ringing nor queued)
 * only says that somebody is at work, and the caller hears nothing: the stage stays `trying`.
 */
export function stageOf({ responses, final }: Transaction, dialogs: readonly Dialog[]): Stage {
  if (responses.some(isSuccess)) return 'answered';
  if (final === null && dialogs.some(isAnsweredUnseen)) return 'answered';
  const progress = responses.filter(isMoreThanTrying);
  if (progress.some(hasSdp)) return 'early-media';
  if (progress.some(isProgress)) return 'alerting';
  return responses.some(({ status }) => status < 200) ? 'trying' : 'pre-trying';
}

/** A provisional response from beyond the next hop: 101–199. */
export function isMoreThanTrying({ status }: Message): boolean {
  return status > 100 && status < 200;
}

/** Somebody or something rings for the caller: 180, or 183 with a session description. */
export function isAlerting(message: Message): boolean {
  return message.status === 180 || (message.status === 183 && hasSdp(message));
}

/**
 * The 2xx was not captured, what only follows one was: an ACK with a branch of its own (RFC 3261 §13.2.2.4), or a BYE
 * that was not refused as unknown.
 */
export function isAnsweredUnseen({ answer, ack, bye }: Dialog): boolean {
  return answer === null && (ack !== null || (bye !== null && bye.final?.status !== 481));
}

/** Something the caller can hear or see: 180, 181, 182, or 183 with a session description (RFC 3960). */
export function isProgress(message: Message): boolean {
  const { status } = message;
  return (status >= 180 && status <= 182) || (status === 183 && hasSdp(message));
}

export function isSuccess({ status }: Message): boolean {
  return status >= 200 && status < 300;
}

function timeOf(message: Message | null | undefined): number | null {
  return message?.time ?? null;
}

function firstOf(times: readonly (number | null)[]): number | null {
  let first: number | null = null;
  for (const time of times) if (time !== null && (first === null || time < first)) first = time;
  return first;
}
