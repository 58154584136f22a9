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
    alerting: timeOf(responses.find(({ status }) => status === 180 || status === 183)),
    answer: timeOf(answer),
    final: timeOf(invite.final),
    cancel: invite.cancel === null ? null : openedAt(invite.cancel),
    bye: firstOf(dialogs.map(({ bye }) => (bye === null ? null : openedAt(bye)))),
    last,
  };
}

/** How far the set-up came. */
export function stageOf(invite: Transaction | null): Stage {
  if (invite === null) return 'pre-trying';
  const { responses } = invite;
  if (responses.some(isSuccess)) return 'answered';
  const progress = responses.filter(({ status }) => status > 100 && status < 200);
  if (progress.some(hasSdp)) return 'early-media';
  if (progress.length > 0) return 'alerting';
  return responses.some(({ status }) => status === 100) ? 'trying' : 'pre-trying';
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
