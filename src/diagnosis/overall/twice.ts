import type { Judged } from '../../call/types.ts';
import type { Twice } from '../../model/rule-args.ts';
import type { Message } from '../../sip/message.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';

/** The second sightings in one source of what another (or the same) shows already. */
export interface TwiceNote {
  readonly source: number;
  readonly other: number;
  count: number;
  readonly first: PacketProof;
  readonly again: PacketProof;
  readonly twice: Twice;
  /** Between the two, µs. */
  readonly apartUs: number;
}

/** Messages before the second sighting that may be the first. */
const LOOK_BACK = 32;

/** Messages that were captured twice, by the sources of both sightings. */
export class TwiceNotes {
  readonly bySources = new Map<string, TwiceNote>();

  conversation({ messages }: Judged): void {
    for (const [at, message] of messages.entries()) {
      if (message.repeat !== 'duplicate') continue;
      const first = firstSighting(messages, at);
      if (first === undefined) continue;
      const key = `${message.source} ${first.source}`;
      const note = this.bySources.get(key);
      if (note !== undefined) note.count += 1;
      else this.bySources.set(key, begun(first, message));
    }
  }
}

function begun(first: Message, again: Message): TwiceNote {
  return {
    source: again.source,
    other: first.source,
    count: 1,
    first: remembered(first),
    again: remembered(again),
    twice: difference(first, again),
    apartUs: again.time - first.time,
  };
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
