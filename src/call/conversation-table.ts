import { latin1Bytes } from '../sip/bytes.ts';
import { hashOf } from '../sip/hash.ts';
import type { Message } from '../sip/message.ts';
import { Conversation, ROW_WORDS, type RowPage } from './conversation.ts';
import { TextArena } from './text-arena.ts';

/** Where the Call-ID of a message stands, and its hash. */
type CallIdPlace = Pick<Message, 'bytes' | 'callIdAt' | 'callIdEnd' | 'callIdHash'>;

const FIRST_SLOTS = 1024;
const PAGE_ROWS = 4096;
const FREE = 0;

/**
 * Conversations by Call-ID, looked up by the bytes of a message: no string is made for a Call-ID, and no object for a
 * conversation but those that somebody asks for.
 */
export class ConversationTable {
  /** How many there are; their ids are the numbers below. */
  size = 0;
  readonly #callIds = new TextArena();
  readonly #pages: RowPage[] = [newPage()];
  /** Pairs of a hash and 1 + id, FREE when there is none; open addressing, at most half full. */
  #slots = new Int32Array(2 * FIRST_SLOTS);
  /** Shows the conversation of the latest message. */
  readonly #current: Conversation;

  constructor() {
    this.#current = this.view();
  }

  /** The conversation of the message, a new one when its Call-ID was not seen before; valid until the next one is asked for. */
  of(message: CallIdPlace): Conversation {
    const { bytes, callIdAt, callIdEnd, callIdHash } = message;
    const slot = this.#slotOf(bytes, callIdAt, callIdEnd, callIdHash);
    if (this.#slots[slot + 1] === FREE) this.#add(message, slot);
    return this.#current;
  }

  /** The conversation with this Call-ID. */
  get(callId: string): Conversation | undefined {
    const bytes = latin1Bytes(callId);
    const slot = this.#slotOf(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
    const found = this.#slots[slot + 1] as number;
    return found === FREE ? undefined : this.at(found - 1);
  }

  /** A view of its own. */
  at(id: number): Conversation {
    const conversation = this.view();
    this.show(conversation, id);
    return conversation;
  }

  /** Makes the view one of this conversation. */
  show(view: Conversation, id: number): void {
    view.show(id, this.#pages[Math.floor(id / PAGE_ROWS)] as RowPage, id % PAGE_ROWS);
  }

  /** Every conversation, in the order in which they were first seen. */
  *each(): Iterable<Conversation> {
    for (let id = 0; id < this.size; id += 1) yield this.at(id);
  }

  /** To be pointed at one conversation after the other with `show`. */
  view(): Conversation {
    return new Conversation(this.#callIds, this.#pages[0] as RowPage);
  }

  /** The slot of a Call-ID, shown by `#current`; or the free one where it belongs. */
  #slotOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (let found = slots[slot + 1]; found !== FREE; found = slots[slot + 1]) {
      if (slots[slot] === hash) {
        this.show(this.#current, (found as number) - 1);
        if (this.#current.isCalled(bytes, start, end)) break;
      }
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  #add({ bytes, callIdAt, callIdEnd, callIdHash }: CallIdPlace, slot: number): void {
    const id = this.size;
    if (id === this.#pages.length * PAGE_ROWS) this.#pages.push(newPage());
    this.size += 1;
    this.show(this.#current, id);
    this.#current.begin(this.#callIds.add(bytes, callIdAt, callIdEnd), callIdEnd - callIdAt);
    this.#slots[slot] = callIdHash;
    this.#slots[slot + 1] = this.size;
    if (this.size * 4 > this.#slots.length) this.#grow();
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === FREE) continue;
      const hash = old[from] as number;
      let slot = (hash << 1) & mask;
      while (slots[slot + 1] !== FREE) slot = (slot + 2) & mask;
      slots[slot] = hash;
      slots[slot + 1] = old[from + 1] as number;
    }
    this.#slots = slots;
  }
}

function newPage(): RowPage {
  const buffer = new ArrayBuffer(PAGE_ROWS * ROW_WORDS * 4);
  return { words: new Int32Array(buffer), doubles: new Float64Array(buffer) };
}
