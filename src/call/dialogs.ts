import type { Message } from '../sip/message.ts';
import { isSuccess } from './milestones.ts';
import { openedAt } from './hops.ts';
import type { Dialog, Round, Transaction } from './types.ts';

/** Early and confirmed dialogs of an attempt, by To tag, in the order in which they appeared (RFC 3261 §12.1). */
export function dialogsOf(
  rounds: readonly Round[],
  transactions: readonly Transaction[],
): Dialog[] {
  const byTag = new Map<string, Dialog>();
  for (const hop of rounds.at(-1)?.hops ?? []) {
    if (hop.upstream !== null) continue;
    for (const response of hop.responses) {
      if (response.status === 100 || response.status >= 300 || !response.hasToTag) continue;
      const dialog = dialogOf(byTag, response.toTag, response);
      if (isSuccess(response)) {
        dialog.answer ??= response;
        // Some stacks re-use the INVITE's branch for the ACK to a 2xx.
        if (hop.ack !== null && hop.ack.toTag === dialog.toTag) dialog.ack ??= hop.ack;
      }
    }
  }
  const invite = rounds.at(-1)?.hops[0]?.request ?? null;
  // Where no final response was captured, later requests tell that there was one.
  const unseen = invite !== null && !rounds.at(-1)?.hops.some(isFinished) ? invite : null;
  for (const transaction of transactions) {
    const { request } = transaction;
    if (request === null) continue;
    const tag = unseen === null ? '' : tagBesides(unseen, request);
    if (tag !== '' && isOfConfirmedDialog(request)) dialogOf(byTag, tag, null);
    if (transaction.method === 'ACK') {
      const dialog = byTag.get(request.toTag);
      if (dialog !== undefined) dialog.ack ??= request;
    } else if (transaction.method === 'BYE') {
      const dialog = byTag.get(request.toTag) ?? byTag.get(request.fromTag);
      if (
        dialog !== undefined &&
        (dialog.bye === null || openedAt(transaction) < openedAt(dialog.bye))
      ) {
        dialog.bye = transaction;
      }
    }
  }
  return [...byTag.values()];
}

function isFinished({ upstream, final }: Transaction): boolean {
  return upstream === null && final !== null;
}

function isOfConfirmedDialog({ method }: Message): boolean {
  return method === 'ACK' || method === 'BYE';
}

/** The tag of the other side, if the request came after the INVITE in a dialog of its caller; else ''. */
function tagBesides(invite: Message, { method, time, cseq, fromTag, toTag }: Message): string {
  if (time < invite.time || (method === 'ACK' && cseq < invite.cseq)) return '';
  if (fromTag === invite.fromTag) return toTag;
  return toTag === invite.fromTag ? fromTag : '';
}

function dialogOf(byTag: Map<string, Dialog>, toTag: string, created: Message | null): Dialog {
  let dialog = byTag.get(toTag);
  if (dialog === undefined) {
    dialog = { toTag, created, answer: null, ack: null, bye: null };
    byTag.set(toTag, dialog);
  }
  return dialog;
}
