import { describe, expect, test } from 'vitest';
import { CollectedSurroundings } from '../../src/call/surroundings.ts';
import { Collector } from '../../src/call/collect.ts';
import { renewed } from '../../src/live/generation.ts';
import { LiveSource, LiveTarget } from '../../src/live/live-source.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import { KeyLog } from '../../src/network/tls/key-log.ts';
import { SourceReading } from '../../src/source-reading.ts';
import { capture } from '../helpers/wire.ts';

/** A collector with the messages of these captures. */
function collected(...files: Uint8Array[]): Collector {
  const collector = new Collector();
  for (const [index, bytes] of files.entries()) {
    const target = new LiveTarget(collector);
    target.index = index;
    const source = new LiveSource(`${index}`, target);
    source.readBy(
      new SourceReading({
        index,
        path: source.path,
        unread: new UnreadTally(),
        target,
        keys: new KeyLog(),
        crypto: undefined,
        grows: true,
        onChunk: () => undefined,
      }),
    );
    source.push(bytes);
  }
  return collector;
}

describe('a new generation', () => {
  const first = capture('carol -> bob OPTIONS\n+5ms bob -> carol 200');
  const second = capture('@1s alice -> proxy INVITE sip:1@example.com\n+5ms proxy -> alice 100');

  test('has what is open, under new numbers, and nothing else', () => {
    const old = collected(first, second);
    expect(old.conversations.size).toBe(2);
    const moved: [number, number][] = [];
    const next = renewed(old, [1], {
      conversation: (from, to) => moved.push([from, to]),
      source: (from) => from - 1,
    });
    expect(moved).toEqual([[1, 0]]);
    expect(next.conversations.size).toBe(1);
    const before = old.messagesOf(old.conversations.at(1));
    const after = next.messagesOf(next.conversations.at(0));
    expect(after.map(({ callId, status, time, frame }) => [callId, status, time, frame])).toEqual(
      before.map(({ callId, status, time, frame }) => [callId, status, time, frame]),
    );
    expect(after.map(({ source }) => source)).toEqual([0, 0]);
    expect(next.fresh).toEqual([]);
    expect(next.conversations.at(0)).toMatchObject({ hasInvite: true, answered: false });
  });

  test('still knows which directions can be seen', () => {
    const next = renewed(collected(first), [], { conversation() {}, source: (from) => from });
    const surroundings = new CollectedSurroundings(next);
    const [carol, bob, alice] = ['192.0.2.30', '192.0.2.20', '192.0.2.10'].map((address) =>
      next.peers.named(address, 5060),
    );
    expect(surroundings.sawDirection(carol!, bob!)).toBe(true);
    expect(surroundings.sawDirection(bob!, carol!)).toBe(true);
    expect(surroundings.sawDirection(alice!, bob!)).toBe(false);
  });
});
