import { describe, expect, it } from 'vitest';
import { PeerTable } from '../../src/call/peers.ts';
import { BelowSip } from '../../src/diagnosis/below-sip.ts';
import type { SourceFacts } from '../../src/model/source-facts.ts';

/** A source of which this was counted as not read. */
function source(...unread: string[]): SourceFacts {
  return {
    index: 0,
    path: 'a.pcap',
    isLog: false,
    packets: 9,
    messages: 5,
    responses: 2,
    firstTime: 0,
    lastTime: 1,
    drops: 0,
    backwards: { count: 0, frame: 0, offset: 0, largest: 0 },
    cut: { count: 0, frame: 0, offset: 0, captured: 0, onWire: 0 },
    unread: new Map(unread.map((reason) => [reason, { count: 1, frame: 1, offset: 0 }])),
    facts: [],
  };
}

function isLossy(one: SourceFacts): boolean {
  const below = new BelowSip();
  below.learn([one], new PeerTable());
  return below.isLossy(0);
}

describe('a source that proves no silence', () => {
  it.each([
    'tcp-stream-gap',
    'tls-decrypt-failed',
    'websocket-inflate-failed',
    'ip-fragment-limit',
    'tcp-stream-limit',
  ])('counts %s', (reason) => {
    expect(isLossy(source(reason))).toBe(true);
  });

  it('has dropped packets, or cut ones', () => {
    expect(isLossy({ ...source(), drops: 1 })).toBe(true);
    expect(isLossy({ ...source(), cut: { ...source().cut, count: 1 } })).toBe(true);
  });

  it('is none for what is simply no SIP', () => {
    expect(isLossy(source('rtp', 'udp-not-sip'))).toBe(false);
  });
});
