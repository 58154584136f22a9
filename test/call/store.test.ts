import { describe, expect, it } from 'vitest';
import { flow, toPayloads } from '../../fixtures/dsl/index.ts';
import { PeerTable } from '../../src/call/peers.ts';
import { PositionList } from '../../src/call/position-list.ts';
import { MessageStore } from '../../src/call/store.ts';
import type { Message } from '../../src/sip/message.ts';
import { readPayload } from '../../src/sip/read.ts';

const TRACE = flow`
  alice = 192.0.2.10
  bob = [2001:db8::9]:5070
  gw = 203.0.113.9
  alice -> gw INVITE sip:bob@example.com with sdp
  gw -> alice 100
  gw -> alice 603 "Decline"
    Reason: Q.850;cause=21
  alice -> gw ACK
`;

function messages(peers: PeerTable): Message[] {
  return toPayloads(TRACE).map((payload) => {
    const message = readPayload(payload) as Message;
    message.sender = peers.sender(payload);
    message.receiver = peers.receiver(payload);
    return message;
  });
}

function stored(store: MessageStore, all: readonly Message[]): PositionList {
  const chain = new PositionList();
  for (const message of all) store.add(message, chain);
  return chain;
}

const facts = (message: Message): unknown => [
  message.text,
  message.time,
  message.frame,
  message.offset,
  message.sender.name,
  message.receiver.name,
  message.transport,
  message.ipId,
  message.ttl,
  message.method,
  message.status,
  message.cseq,
  message.cseqMethod,
  message.callId,
  message.branch,
  message.sentBy,
  message.fromTag,
  message.toTag,
  message.body,
  message.contentLength,
  message.leniency,
  message.hasReason,
];

describe('message store', () => {
  it('gives back what was put in', () => {
    const peers = new PeerTable();
    const store = new MessageStore(peers.all);
    const all = messages(peers);
    const chain = stored(store, all);
    const callId = all[0]?.callId ?? '';
    expect(store.read(chain, callId).map(facts)).toEqual(all.map(facts));
  });

  it('keeps a chain readable when it is moved, and grows it afterwards', () => {
    const peers = new PeerTable();
    const store = new MessageStore(peers.all);
    const all = messages(peers);
    const callId = all[0]?.callId ?? '';
    const chain = stored(store, all.slice(0, 2));
    store.move(chain, 'waiting');
    for (const message of all.slice(2)) store.add(message, chain);
    store.move(chain, 'kept');
    expect(store.read(chain, callId).map(facts)).toEqual(all.map(facts));
  });

  it('uses the memory of released chains again', () => {
    const peers = new PeerTable();
    const store = new MessageStore(peers.all);
    const all = messages(peers);
    let most = 0;
    for (let round = 0; round < 20_000; round += 1) {
      store.release(stored(store, all));
      most = Math.max(most, store.newBytes);
    }
    expect(store.added).toBeGreaterThan(20 << 20);
    expect(most).toBeLessThanOrEqual(2 << 20);
  });
});
