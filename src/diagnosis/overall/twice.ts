import type { Judged } from '../../call/types.ts';
import type { Twice } from '../../model/rule-args.ts';
import type { Message } from '../../sip/message.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';

/** The second sightings of one source. */
export interface TwiceNote {
  count: number;
  readonly first: PacketProof;
  readonly again: PacketProof;
  readonly twice: Twice;
  /** Between the two, µs. */
  readonly apartUs: number;
}

/** Messages before the second sighting that may be the first. */
const LOOK_BACK = 32;

/** Messages that were captured twice, by source. */
export class TwiceNotes {
  readonly bySource = new Map<number, TwiceNote>();

  conversation({ messages }: Judged): void {
    for (const [at, message] of messages.entries()) {
      if (message.repeat !== 'duplicate') continue;
      const note = this.bySource.get(message.source);
      if (note !== undefined) note.count += 1;
      else this.#begin(message, firstSighting(messages, at));
    }
  }

  #begin(message: Message, first: Message | undefined): void {
    if (first === undefined) return;
    this.bySource.set(message.source, {
      count: 1,
      first: remembered(first),
      again: remembered(message),
      twice: difference(first, message),
      apartUs: message.time - first.time,
    });
  }
}

/** The sighting that `messages[at]` repeats. */
export function firstSighting(messages: readonly Message[], at: number): Message | undefined {
  const message = messages[at] as Message;
  for (let back = at - 1; back >= Math.max(0, at - LOOK_BACK); back -= 1) {
    const other = messages[back] as Message;
    if (other.repeat !== 'duplicate' && message.sameBytes(other)) return other;
  }
  return undefined;
}

function difference(a: Message, b: Message): Twice {
  if (a.source !== b.source) return 'files';
  if (a.sender !== b.sender || a.receiver !== b.receiver) return 'addresses';
  if (a.ttl !== b.ttl) return 'hops';
  return a.point === b.point ? 'nothing' : 'point';
}
