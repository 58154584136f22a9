import type { Endpoint } from '../model/packet.ts';
import { type Message, NOWHERE } from '../sip/message.ts';
import { CHALLENGES } from './closing.ts';
import { QUICK_REFUSALS } from './decline.ts';
import type { Conversation } from './conversation.ts';
import type { HandedMessage } from './handed.ts';
import { ConversationTable } from './conversation-table.ts';
import { Peer, PeerTable } from './peers.ts';
import { Population } from './population.ts';
import { MessageStore } from './store.ts';

/** Addresses of a source by which others are known to be of the same capture. */
const MAX_SEEN = 256;

/** How many of what; retransmissions and duplicate sightings included. */
export interface MessageCounts {
  messages: number;
  readonly requests: Map<string, number>;
  /** By status code. */
  readonly responses: Map<number, number>;
  inviteCallIds: number;
}

/** Method names that are counted apart, and how long one may be before it is abbreviated (hostile input). */
const MAX_METHODS = 256;
const MAX_METHOD_NAME = 64;
const OTHER_METHODS = '(other methods)';

/** What is noted of a message beside the message itself. */
type Noted = Message | HandedMessage;

/** Puts messages under their Call-ID, in any order, and infers nothing (docs/architecture.md: collect, then judge). */
export class Collector {
  readonly conversations = new ConversationTable();
  readonly peers = new PeerTable();
  readonly population = new Population();
  /** Ids of the conversations with messages that were not looked at since they came. */
  fresh: number[] = [];
  readonly store = new MessageStore(this.peers.all);
  readonly counts: MessageCounts = {
    messages: 0,
    requests: new Map(),
    responses: new Map(),
    inviteCallIds: 0,
  };
  /** Addresses that were seen receiving SIP. */
  readonly receivers = new Set<string>();
  /** The flow of the message before: most messages of a burst share it. */
  #lastSender: Endpoint = NOWHERE;
  #lastReceiver: Endpoint = NOWHERE;
  #lastSource = -1;
  readonly #seenIn: Set<string>[] = [];

  /** Takes a copy of the message; its endpoints must be of `peers`. */
  add(message: Message): void {
    const conversation = this.conversations.of(message);
    this.store.add(message, conversation);
    this.#note(message, conversation);
  }

  /** The same for a message that was read by another thread. */
  adopt(message: HandedMessage): void {
    const conversation = this.conversations.of(message);
    this.store.adopt(message.bytes, message.at, message.end - message.at, conversation);
    this.#note(message, conversation);
  }

  #note(message: Noted, conversation: Conversation): void {
    if (message.time > conversation.lastTime) conversation.lastTime = message.time;
    if (!conversation.fresh) {
      conversation.fresh = true;
      this.fresh.push(conversation.id);
    }
    this.#count(message, conversation);
    const { sender, receiver, source } = message;
    if (
      sender !== this.#lastSender ||
      receiver !== this.#lastReceiver ||
      source !== this.#lastSource
    ) {
      this.#sawFlow(sender, receiver, source);
    }
  }

  /** Counts a message of which too little is left to be put anywhere; whatever did not follow may have been it. */
  countLost(message: Noted): void {
    const { sender, receiver, status } = message;
    this.counts.messages += 1;
    if (status === 0) this.#countRequest(message.method);
    else this.counts.responses.set(status, (this.counts.responses.get(status) ?? 0) + 1);
    if (sender instanceof Peer && receiver instanceof Peer) {
      sender.lostTo = (sender.lostTo ?? new Set()).add(receiver);
    }
  }

  /** The messages of a conversation in the order of their arrival; valid until it is released or moved. */
  messagesOf(conversation: Conversation): Message[] {
    return this.store.read(conversation, conversation.callId);
  }

  /** Distinct Call-IDs; messages without one share a conversation that does not count. */
  get callIds(): number {
    const { conversations } = this;
    return conversations.size - (conversations.get('') === undefined ? 0 : 1);
  }

  #count(message: Noted, conversation: Conversation): void {
    const { counts } = this;
    counts.messages += 1;
    const { status, method } = message;
    if (status === 0) this.#countRequest(method);
    else counts.responses.set(status, (counts.responses.get(status) ?? 0) + 1);
    if (method !== 'INVITE') {
      // A final response to anything but an INVITE may close what is no call, or a call's BYE.
      if (status >= 200) conversation.ended = !conversation.hasInvite || method === 'BYE';
      return;
    }
    if (!conversation.hasInvite) {
      conversation.hasInvite = true;
      if (message.callIdEnd > message.callIdAt) counts.inviteCallIds += 1;
    }
    conversation.ended = status >= 300;
    if (status >= 200) conversation.challenged = CHALLENGES.has(status);
    if (status >= 300 && QUICK_REFUSALS.has(status)) conversation.refused = true;
    if (status >= 200 && status < 300) conversation.answered = true;
    if (status === 0 && !message.hasToTag) {
      this.population.sawInvite(message, conversation.id);
    }
  }

  #countRequest(method: string): void {
    const { requests } = this.counts;
    const known = requests.get(method);
    if (known !== undefined) requests.set(method, known + 1);
    else {
      const name = requests.size < MAX_METHODS ? shortMethod(method) : OTHER_METHODS;
      requests.set(name, (requests.get(name) ?? 0) + 1);
    }
  }

  /** Addresses that were met in a source, the first few hundred of them. */
  seenIn(source: number): ReadonlySet<string> {
    return (this.#seenIn[source] ??= new Set());
  }

  #sawFlow(sender: Endpoint, receiver: Endpoint, source: number): void {
    this.#lastSender = sender;
    this.#lastReceiver = receiver;
    this.#lastSource = source;
    if (!(sender instanceof Peer) || !(receiver instanceof Peer)) return;
    const known = sender.sentTo.size;
    sender.sentTo.add(receiver);
    if (sender.sentTo.size !== known) this.receivers.add(receiver.address);
    this.#noteEnd(sender, source);
    this.#noteEnd(receiver, source);
  }

  #noteEnd(peer: Peer, source: number): void {
    if (peer.notedIn === source || peer.address === '') return;
    peer.notedIn = source;
    const seen = (this.#seenIn[source] ??= new Set());
    if (seen.size < MAX_SEEN) seen.add(peer.address);
  }
}

function shortMethod(method: string): string {
  return method.length <= MAX_METHOD_NAME
    ? method
    : `${method.slice(0, 16)}...(len=${method.length})`;
}
