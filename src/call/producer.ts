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

/** Nodes on a way that are followed (a bound for hostile input). */
const MAX_NODES = 64;

/**
 * The same for a final response to any request: as it left the node that made it. Requests other than an initial INVITE are
 * not linked hop by hop, so the way is found by CSeq, From tag and the addresses of its nodes.
 */
export function madeBy(response: Message, transactions: readonly Transaction[]): Message {
  let made = response;
  for (let nodes = 0; nodes < MAX_NODES; nodes += 1) {
    const earlier = transactions
      .flatMap(({ final }) => (final === null ? [] : [final]))
      .find((final) => isBefore(final, made));
    if (earlier === undefined) break;
    made = earlier;
  }
  return made;
}

/** `earlier` came in at the node that `later` left, and is the same response. */
function isBefore(earlier: Message, later: Message): boolean {
  if (earlier === later || earlier.receiver.address !== later.sender.address) return false;
  if (later.sender.address === '' || earlier.sender.address === later.receiver.address)
    return false;
  const { status, cseq, cseqMethod, fromTag } = later;
  if (earlier.status !== status || earlier.cseq !== cseq) return false;
  if (earlier.cseqMethod !== cseqMethod || earlier.fromTag !== fromTag) return false;
  const wait = later.time - earlier.time;
  return wait >= 0 && (earlier.sameToTag(later) || wait <= RELAY_TIME);
}

/** What the sender calls itself: `Server`, else `User-Agent`, '' when it does not say (RFC 3261 §20.35, §20.41). */
export function agentOf(message: Message): string {
  return field(message, 'Server') ?? field(message, 'User-Agent') ?? '';
}
