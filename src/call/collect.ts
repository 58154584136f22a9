import type { Endpoint } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';
import { Conversation } from './conversation.ts';
import { Peer, PeerTable } from './peers.ts';
import { Population } from './population.ts';
import { MessageStore, NONE } from './store.ts';

/** How many of what; retransmissions and duplicate sightings included. */
export interface MessageCounts {
  messages: number;
  readonly requests: Map<string, number>;
  /** By status code. */
  readonly responses: Map<number, number>;
  inviteCallIds: number;
}

/** Puts messages under their Call-ID, in any order, and infers nothing (docs/architecture.md: collect, then judge). */
export class Collector {
  readonly conversations = new Map<string, Conversation>();
  readonly peers = new PeerTable();
  readonly population = new Population();
  readonly counts: MessageCounts = {
    messages: 0,
    requests: new Map(),
    responses: new Map(),
    inviteCallIds: 0,
  };
  /** Addresses that were seen receiving SIP. */
  readonly receivers = new Set<string>();
  readonly #store = new MessageStore(this.peers.all);

  /** Takes a copy of the message; its endpoints must be of `peers`. */
  add(message: Message): void {
    const conversation = this.#conversationOf(message.callId);
    conversation.last = this.#store.add(message, conversation.last);
    conversation.count += 1;
    if (message.time > conversation.lastTime) conversation.lastTime = message.time;

    const { counts } = this;
    counts.messages += 1;
    if (message.status === 0) {
      counts.requests.set(message.method, (counts.requests.get(message.method) ?? 0) + 1);
    } else {
      counts.responses.set(message.status, (counts.responses.get(message.status) ?? 0) + 1);
    }
    if (message.method === 'INVITE') {
      if (!conversation.hasInvite) {
        conversation.hasInvite = true;
        if (message.callId !== '') counts.inviteCallIds += 1;
      }
      if (message.status === 0 && !message.hasToTag) this.population.sawInvite(message);
    }
    this.#sawFlow(message.sender, message.receiver);
  }

  /** The messages of a conversation in the order of their arrival; valid until `compact`. */
  messagesOf(conversation: Conversation): Message[] {
    return this.#store.read(conversation.last, conversation.count, conversation.callId);
  }

  /** Keeps only these messages of a conversation. */
  replace(conversation: Conversation, messages: readonly Message[]): void {
    conversation.last = NONE;
    conversation.count = messages.length;
    for (const message of messages) {
      conversation.last = this.#store.add(message, conversation.last);
    }
  }

  /** Bytes that waiting messages occupy. */
  get heldBytes(): number {
    return this.#store.bytes;
  }

  /** Frees the memory of every message that no conversation refers to any more. */
  compact(): void {
    this.#store.recycle(this.conversations.values());
  }

  /** Distinct Call-IDs; messages without one share a conversation that does not count. */
  get callIds(): number {
    return this.conversations.size - (this.conversations.has('') ? 1 : 0);
  }

  #sawFlow(sender: Endpoint, receiver: Endpoint): void {
    if (!(sender instanceof Peer) || !(receiver instanceof Peer)) return;
    const known = sender.sentTo.size;
    sender.sentTo.add(receiver);
    if (sender.sentTo.size !== known) this.receivers.add(receiver.address);
  }

  #conversationOf(callId: string): Conversation {
    let conversation = this.conversations.get(callId);
    if (conversation === undefined) {
      conversation = new Conversation(callId);
      this.conversations.set(callId, conversation);
    }
    return conversation;
  }
}
