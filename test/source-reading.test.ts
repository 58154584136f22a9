import { describe, expect, it } from 'vitest';
import { Session } from '../src/session.ts';
import { capture } from './helpers/wire.ts';
import { pcapFile } from './capture/capture-bytes.ts';
import { concat, ethernet, ipv4, tcp, text, u32 } from './network/packet-bytes.ts';
import { fromClient, OPTIONS, request } from './network/websocket-bytes.ts';
import { analysed } from './shapes/analysed.ts';

describe('a container that is not read', () => {
  it('goes by its name and size', () => {
    const session = new Session({ language: 'en', thresholds: {}, messages: 'none' });
    session.open('trace.cap').isContainer('netmon', 1234);
    expect(session.report().sources[0]).toMatchObject({ format: 'netmon', bytes: 1234 });
  });
});

describe('a packet without a time', () => {
  it('is told', () => {
    const file = capture('alice -> bob OPTIONS\n +5ms bob -> alice 200');
    const zeroed = concat(u32(0), u32(0), u32(0), u32(0));
    const [source] = analysed(concat(file, zeroed)).sources;
    expect(source?.unread.find(({ reason }) => reason === 'packet-untimed')).toEqual({
      reason: 'packet-untimed',
      count: 1,
      first: null,
    });
  });
});

describe('a damaged capture', () => {
  it('says how many of its bytes belong to no packet', () => {
    const file = capture('alice -> bob OPTIONS\n +5ms bob -> alice 200');
    expect(analysed(file).sources[0]).not.toHaveProperty('unreadBytes');
    const noise = new Uint8Array(77).fill(0xff);
    expect(analysed(concat(file, noise)).sources[0]).toMatchObject({ unreadBytes: 77 });
  });
});

describe('a WebSocket message that ends in a hole of its stream', () => {
  it('was not cut by the snap length when no packet was', () => {
    const head = text(request());
    const message = fromClient(OPTIONS);
    const segment = (payload: Uint8Array, seq: number, flags = 16): Uint8Array =>
      ethernet(0x0800, ipv4(tcp(payload, { seq, flags, to: 8088 }), { protocol: 6 }));
    const after = 1001 + head.length;
    const packets = [
      segment(new Uint8Array(0), 1000, 2),
      segment(head, 1001),
      segment(message.subarray(0, 50), after),
      segment(message, after + message.length),
    ];
    const report = analysed(pcapFile(packets.map((data) => ({ data }))));
    const reasons = report.sources[0]?.unread.map(({ reason }) => reason);
    expect(reasons).toContain('websocket-message-gap');
    const rules = report.findings.map(({ rule }) => rule);
    expect(rules).toContain('capture-packet-loss');
    expect(rules).not.toContain('capture-snaplen-truncated');
  });
});
