import { Collector } from '../call/collect.ts';
import type { Peer } from '../call/peers.ts';

/** Endpoints whose flows are carried over to the next generation; beyond, only those of open conversations are. */
const MAX_PEERS = 20_000;

/** Where things are in the next generation. */
export interface Moves {
  /** A conversation has another id there. */
  conversation(from: number, to: number): void;
  /** The number of a source there. */
  source(from: number): number;
}

/** A collector with nothing but these conversations of another one: tables that only grow are left behind with it. */
export function renewed(old: Collector, ids: Iterable<number>, moves: Moves): Collector {
  const collector = new Collector();
  const conversation = old.conversations.view();
  for (const id of ids) {
    old.conversations.show(conversation, id);
    const messages = old.messagesOf(conversation);
    const to = collector.conversations.size;
    for (const message of messages) {
      const { sender, receiver } = message;
      message.sender = collector.peers.named(sender.address, sender.port);
      message.receiver = collector.peers.named(receiver.address, receiver.port);
      message.source = moves.source(message.source);
      collector.add(message);
    }
    old.store.giveBack(messages);
    if (messages.length > 0) moves.conversation(id, to);
  }
  // All of them were looked at before.
  for (const id of collector.fresh) collector.conversations.at(id).fresh = false;
  collector.fresh = [];
  if (old.peers.all.length <= MAX_PEERS) carryFlows(old.peers.all, collector);
  return collector;
}

/** Which directions are visible does not change because a call is over. */
function carryFlows(peers: readonly Peer[], { peers: table, receivers }: Collector): void {
  for (const { address, port, sentTo } of peers) {
    if (sentTo.size === 0) continue;
    const sender = table.named(address, port);
    for (const to of sentTo) {
      sender.sentTo.add(table.named(to.address, to.port));
      receivers.add(to.address);
    }
  }
}
