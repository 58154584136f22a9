import { field } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import type { Transaction } from './types.ts';

/** A proxy relays a response within this time, µs, even where it writes its own To tag. */
const RELAY_TIME = 1_000_000;

/** A response where it was made, as far as the capture shows. */
export interface Produced {
  /** The hop whose server made it. */
  readonly hop: Transaction;
  /** The response as it left there. */
  readonly message: Message;
}

/** Follows a response of `hop` downstream to the node that made it: the same code and To tag, one hop earlier. */
export function producerOf(hop: Transaction, response: Message): Produced {
  let produced: Produced = { hop, message: response };
  for (;;) {
    const earlier = oneHopEarlier(produced);
    if (earlier === null) return produced;
    produced = earlier;
  }
}

function oneHopEarlier({ hop, message }: Produced): Produced | null {
  for (const next of hop.downstream) {
    for (const response of next.responses) {
      if (response.status !== message.status) continue;
      const wait = message.time - response.time;
      const sameTag = response.toTag === message.toTag;
      if (sameTag || (wait >= 0 && wait <= RELAY_TIME)) return { hop: next, message: response };
    }
  }
  return null;
}

/** What the sender calls itself: `Server`, else `User-Agent`, '' when it does not say (RFC 3261 §20.35, §20.41). */
export function agentOf(message: Message): string {
  return field(message, 'Server') ?? field(message, 'User-Agent') ?? '';
}
