import { keyOf, positionsOf } from './align.ts';
import type { Collector } from './collect.ts';
import type { Conversation } from './conversation.ts';
import { RecordView } from './record.ts';

/** What became of the ends that were inferred for the messages of one source. */
export interface AdoptedEnds {
  /** Messages whose ends were taken from another source. */
  readonly adopted: number;
  /** Messages whose ends are inferred still, of those that were looked at. */
  readonly left: number;
}

interface Ends {
  readonly sender: number;
  readonly receiver: number;
}

/**
 * Gives messages whose ends a log did not name those of the same messages in sources that do, so that a call in a log and in a capture has
 * the same nodes. `guessing` are the sources with inferred ends.
 */
export function adoptEnds(
  collector: Collector,
  guessing: ReadonlySet<number>,
): Map<number, AdoptedEnds> {
  const { conversations, store } = collector;
  const conversation = conversations.view();
  const record = new RecordView();
  const found = new Map<number, AdoptedEnds>();
  for (let id = 0; id < conversations.size; id += 1) {
    conversations.show(conversation, id);
    let inferred = false;
    let named = false;
    let position = conversation.last;
    for (let left = conversation.count; left > 0; left -= 1) {
      position = store.viewAt(position, record);
      if (record.inferred !== 0) inferred = true;
      else named = true;
    }
    if (inferred) adopt(collector, conversation, named, guessing, found);
  }
  return found;
}

function adopt(
  collector: Collector,
  conversation: Conversation,
  named: boolean,
  guessing: ReadonlySet<number>,
  found: Map<number, AdoptedEnds>,
): void {
  const positions = positionsOf(collector, conversation);
  const messages = collector.messagesOf(conversation);
  const record = new RecordView();
  const known = new Map<string, Ends>();
  for (const [index, message] of named ? messages.entries() : []) {
    if (message.inferred !== 0) continue;
    collector.store.viewAt(positions[index] as number, record);
    const key = keyOf(message);
    // Seen on two ways: none of them is the one that the log saw.
    const other = known.get(key);
    const { sender, receiver } = record;
    const same = other === undefined || (other.sender === sender && other.receiver === receiver);
    known.set(key, same ? { sender, receiver } : NOWHERE);
  }
  for (const [index, message] of messages.entries()) {
    if (message.inferred === 0 || !guessing.has(message.source)) continue;
    collector.store.viewAt(positions[index] as number, record);
    const ends = known.get(keyOf(message));
    const { adopted, left } = found.get(message.source) ?? { adopted: 0, left: 0 };
    if (ends === undefined || !agrees(record, ends)) {
      found.set(message.source, { adopted, left: left + 1 });
      continue;
    }
    record.belongsTo(record.source, ends.sender, ends.receiver);
    record.inferred = 0;
    found.set(message.source, { adopted: adopted + 1, left });
  }
  collector.store.giveBack(messages);
}

const NOWHERE: Ends = { sender: -1, receiver: -1 };

/** Whether the end that the log did name is the same. */
function agrees({ inferred, sender, receiver }: RecordView, ends: Ends): boolean {
  if (ends === NOWHERE) return false;
  return (
    ((inferred & 1) !== 0 || sender === ends.sender) &&
    ((inferred & 2) !== 0 || receiver === ends.receiver)
  );
}
