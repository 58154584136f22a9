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
  /** Pairs of a hash and 1 + index into `all`, 0 when free; open addressing, at most half full. */
  #slots = new Int32Array(2 * FIRST_SLOTS);

  /** The conversation of the message; a new one when its Call-ID was not seen before. */
  of(message: Message): Conversation {
    const slots = this.#slots;
    const mask = slots.length - 2;
    const hash = message.callIdHash;
    let slot = (hash << 1) & mask;
    for (let found = slots[slot + 1]; found !== 0; found = slots[slot + 1]) {
      if (slots[slot] === hash) {
        const conversation = this.all[(found as number) - 1] as Conversation;
        if (message.hasCallId(conversation.callId)) return conversation;
      }
      slot = (slot + 2) & mask;
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
    this.#slots[slot] = message.callIdHash;
    this.#slots[slot + 1] = this.all.length;
    if (this.all.length * 4 > this.#slots.length) this.#grow();
    return conversation;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      const hash = old[from] as number;
      let slot = (hash << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = hash;
      slots[slot + 1] = old[from + 1] as number;
    }
    this.#slots = slots;
  }
}
