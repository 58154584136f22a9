import type { Conversation } from './conversation.ts';
import type { ConversationTable } from './conversation-table.ts';
import { RecordView } from './record.ts';
import type { MessageStore } from './store.ts';

/**
 * Ids of the conversations that have messages, the one that began first in front: what is followed over several of
 * them must not depend on the order in which files were read.
 */
export function inOrderOfTime(
  conversations: ConversationTable,
  store: MessageStore,
): readonly number[] {
  const ids: number[] = [];
  const times: number[] = [];
  const view = conversations.view();
  const record = new RecordView();
  let sorted = true;
  for (let id = 0; id < conversations.size; id += 1) {
    conversations.show(view, id);
    if (view.count === 0) continue;
    const time = beginOf(view, store, record);
    sorted &&= ids.length === 0 || time >= (times.at(-1) as number);
    ids.push(id);
    times.push(time);
  }
  if (sorted) return ids;
  // The sort is stable: without clocks the order of reading stays.
  return [...ids.keys()]
    .sort((a, b) => compared(times[a] as number, times[b] as number))
    .map((at) => ids[at] as number);
}

/** Time of the first of its messages, µs; infinite when none has one. */
function beginOf({ count, last }: Conversation, store: MessageStore, record: RecordView): number {
  let begin = Number.POSITIVE_INFINITY;
  let position = last;
  for (let left = count; left > 0; left -= 1) {
    position = store.viewAt(position, record);
    if (record.time < begin) begin = record.time;
  }
  return begin;
}

/** Infinite times are equal, and their difference is no number. */
function compared(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
