import { calleeOf, callerOf } from '../sip/party.ts';
import type { Collector } from './collect.ts';
import { DECLINE_LIMITS, QUICK_REFUSALS } from './decline.ts';
import { KIND, RecordView } from './record.ts';
import { type Chain, type MessageStore, NONE } from './store.ts';

const view = new RecordView();

/** Counts, by caller, the calls that were refused at once: one such call says little, many of one caller are a pattern. */
export function noteQuickRefusals({ conversations, store, population }: Collector): void {
  for (const conversation of conversations.each()) {
    if (!conversation.refused || conversation.count === 0) continue;
    const position = quicklyRefused(store, conversation);
    if (position === NONE) continue;
    const [invite] = store.read({ last: position, count: 1 }, conversation.callId);
    if (invite !== undefined) population.sawQuickRefusal(callerOf(invite), calleeOf(invite));
  }
}

/** Position of the INVITE that was refused within seconds and without ringing; NONE when there is none. */
export function quicklyRefused(store: MessageStore, chain: Pick<Chain, 'last' | 'count'>): number {
  let invite = NONE;
  let invited = Number.NEGATIVE_INFINITY;
  let refused = Number.POSITIVE_INFINITY;
  let round = -1;
  let rang = false;
  let position = chain.last;
  for (let left = chain.count; left > 0; left -= 1) {
    const previous = store.viewAt(position, view);
    const { status, time } = view;
    if (view.is(KIND.invite)) {
      // Of the latest round the first sighting counts: retransmissions and the copies of the next hops come later.
      const { cseq } = view;
      if (!view.is(KIND.toTag) && (cseq > round || (cseq === round && time < invited))) {
        invite = position;
        invited = time;
        round = cseq;
      }
    } else if (view.is(KIND.ofInvite)) {
      if (QUICK_REFUSALS.has(status)) refused = Math.min(refused, time);
      else if (status === 180 || view.is(KIND.sdp)) rang = true;
    }
    position = previous;
  }
  return !rang && refused - invited < DECLINE_LIMITS.quick ? invite : NONE;
}
