import type { Message } from '../sip/message.ts';
import { type Chain, NONE } from './store.ts';

/** All messages of one Call-ID that are still needed; the messages themselves are in the store. */
export class Conversation implements Chain {
  readonly callId: string;
  last = NONE;
  count = 0;
  /** Time of the latest message, µs. */
  lastTime = 0;
  /** An INVITE, or a response to one, has been seen. */
  hasInvite = false;
  /** A 2xx to an INVITE has been seen. */
  answered = false;
  /** An INVITE was refused with a code that may be a pattern across calls. */
  refused = false;
  /** The latest final response may have been its last word. */
  ended = false;
  /** Messages that were left when the old ones were last let go. */
  trimmedTo = 0;
  /** It has messages that were not looked at since they came. */
  fresh = false;
  /** It was judged, reported and released before; what follows are late messages. */
  released = false;

  constructor(callId: string) {
    this.callId = callId;
  }
}

const FIRST_SLOTS = 1024;

/** Conversations by Call-ID, looked up by the bytes of a message: no string is made for a Call-ID that is known. */
export class ConversationTable {
  readonly all: Conversation[] = [];
  readonly #hashes: number[] = [];
  /** 1 + index into `all`, 0 when free; open addressing, at most half full. */
  #slots = new Int32Array(FIRST_SLOTS);

  /** The conversation of the message; a new one when its Call-ID was not seen before. */
  of(message: Message): Conversation {
    const mask = this.#slots.length - 1;
    const hash = message.callIdHash;
    let slot = spread(hash) & mask;
    for (let found = this.#slots[slot]; found !== 0; found = this.#slots[slot]) {
      const index = (found as number) - 1;
      const conversation = this.all[index] as Conversation;
      if (this.#hashes[index] === hash && message.hasCallId(conversation.callId)) {
        return conversation;
      }
      slot = (slot + 1) & mask;
    }
    return this.#add(message, slot);
  }

  get(callId: string): Conversation | undefined {
    return this.all[this.#byCallId().get(callId) ?? -1];
  }

  #index: Map<string, number> | null = null;

  /** Made when somebody asks by text, which happens only after collecting. */
  #byCallId(): ReadonlyMap<string, number> {
    if (this.#index?.size !== this.all.length) {
      this.#index = new Map(this.all.map(({ callId }, index) => [callId, index]));
    }
    return this.#index;
  }

  #add(message: Message, slot: number): Conversation {
    const conversation = new Conversation(message.callId);
    this.all.push(conversation);
    this.#hashes.push(message.callIdHash);
    this.#slots[slot] = this.all.length;
    if (this.all.length * 2 > this.#slots.length) this.#grow();
    return conversation;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const [index, hash] of this.#hashes.entries()) {
      let slot = spread(hash) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }
}

/** Mixes the high bits of a hash into the low ones. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 16);
}
