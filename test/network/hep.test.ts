import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concat,
  decode,
  ethernet,
  ipv4,
  latin1,
  SIP,
  text,
  u16,
  u32,
  udp,
} from './packet-bytes.ts';
import { read, Talk } from './reading.ts';

const SECONDS = 1_600_000_000;
const V6 = [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7];

const chunk = (type: number, value: Uint8Array | readonly number[], vendor = 0): Uint8Array =>
  concat(u16(vendor), u16(type), u16(6 + value.length), value);

const ENDS = [
  chunk(1, [2]),
  chunk(3, [10, 1, 2, 3]),
  chunk(4, [10, 4, 5, 6]),
  chunk(7, u16(5062)),
  chunk(8, u16(5064)),
  chunk(9, u32(SECONDS)),
  chunk(10, u32(123_456)),
  chunk(11, [1]),
  chunk(12, u32(2001)),
];

const hep3 = (...chunks: readonly Uint8Array[]): Uint8Array => {
  const body = concat(...chunks);
  return concat(text('HEP3'), u16(6 + body.length), body);
};

const whole = (payload: Uint8Array, protocol = 17, type = 15): Uint8Array =>
  hep3(chunk(2, [protocol]), ...ENDS, chunk(14, text('secret')), chunk(type, payload));

const inUdp = (payload: Uint8Array, port = 9060): Uint8Array =>
  ethernet(0x0800, ipv4(udp(payload, { from: 40_000, to: port })));

const SEEN = {
  data: latin1(SIP),
  from: '10.1.2.3:5062',
  to: '10.4.5.6:5064',
  time: SECONDS * 1_000_000 + 123_456,
  missing: 0,
  ipId: -1,
  ttl: -1,
};

describe('HEP version 3 over UDP', () => {
  it.each([
    [17, 'udp'],
    [6, 'tcp'],
    [22, 'tls'],
    [132, 'sctp'],
    [99, 'unknown'],
  ])('IP protocol %d is %s', (protocol, transport) => {
    const { payloads, unread } = decode(inUdp(whole(SIP, protocol), 1234));
    expect(payloads).toMatchObject([{ ...SEEN, transport }]);
    expect(unread).toEqual({});
  });

  it('with IPv6 addresses, and chunks of vendors', () => {
    const packet = hep3(
      chunk(15, text('not this'), 1),
      chunk(5, V6),
      chunk(6, V6.with(15, 8)),
      chunk(15, SIP),
    );
    expect(decode(inUdp(packet)).payloads).toMatchObject([
      {
        data: latin1(SIP),
        from: '20010db8000000000000000000000007:40000',
        to: '20010db8000000000000000000000008:9060',
      },
    ]);
  });

  it('tells capture agents apart', () => {
    const other = hep3(...ENDS.slice(0, -1), chunk(12, u32(7)), chunk(15, SIP));
    const { payloads } = decode(inUdp(whole(SIP)), inUdp(other));
    expect(payloads[0]!.point).not.toBe(payloads[1]!.point);
  });

  it('notes what the snap length cut', () => {
    const bytes = inUdp(whole(SIP));
    const { payloads } = decode({ bytes, captured: bytes.length - 10 });
    expect(payloads).toMatchObject([{ data: latin1(SIP).slice(0, -10), missing: 10 }]);
  });

  it.each([
    ['zlib', deflateSync(SIP)],
    ['gzip', gzipSync(SIP)],
    ['raw', deflateRawSync(SIP)],
  ])('reads a payload compressed with %s', (_, payload) => {
    const { payloads, unread } = decode(inUdp(whole(payload, 17, 16)));
    expect(payloads).toMatchObject([SEEN]);
    expect(unread).toEqual({});
  });

  it('counts what it cannot read', () => {
    const { payloads, unread } = decode(
      inUdp(whole(text('zzzzzzzz'), 17, 16)),
      inUdp(hep3(...ENDS)),
      inUdp(concat(text('HEP3'), u16(12), u16(0), u16(15), u16(3))),
      inUdp(concat(text('HEP3'), u16(2))),
    );
    expect(payloads).toEqual([]);
    expect(unread).toEqual({ 'hep-wrong': 2, 'hep-compressed': 1, 'hep-without-payload': 1 });
  });
});

const hep2 = (version: number, little: boolean, payload: Uint8Array): Uint8Array =>
  concat(
    [version, 16, 2, 17],
    u16(5062),
    u16(5064),
    [10, 1, 2, 3, 10, 4, 5, 6],
    version === 2 ? concat(u32(SECONDS, little), u32(123_456, little), [7, 0, 0, 0]) : [],
    payload,
  );

describe('HEP versions 1 and 2', () => {
  it.each([true, false])('version 2, little-endian time %s', (little) => {
    const { payloads, unread } = decode(inUdp(hep2(2, little, SIP)));
    expect(payloads).toMatchObject([{ ...SEEN, transport: 'udp' }]);
    expect(unread).toEqual({});
  });

  it('version 1 has no time of its own', () => {
    const { time: _, ...ends } = SEEN;
    expect(decode({ bytes: inUdp(hep2(1, true, SIP)), time: 77 }).payloads).toMatchObject([
      { ...ends, time: 77 },
    ]);
  });

  it('IPv6', () => {
    const packet = concat(
      [2, 40, 10, 6],
      u16(5062),
      u16(5064),
      V6,
      V6,
      concat(u32(SECONDS, true), u32(1, true), [0, 0, 0, 0]),
      SIP,
    );
    expect(decode(inUdp(packet)).payloads).toMatchObject([
      { data: latin1(SIP), transport: 'tcp', from: '20010db8000000000000000000000007:5062' },
    ]);
  });

  it.each([
    ['RTP', concat([0x80, 0, 0, 1], new Uint8Array(160))],
    ['RTCP', concat([0x81, 200, 0, 6], new Uint8Array(24))],
    [
      'DNS with an unlucky number',
      concat(
        [2, 16, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        text('\u0007example\u0003com\u0000'),
        [0, 1, 0, 1],
      ),
    ],
    ['STUN', concat([1, 1, 0, 8, 0x21, 0x12, 0xa4, 0x42], new Uint8Array(20))],
    ['a time that cannot be', concat(hep2(2, true, SIP).subarray(0, 16), new Uint8Array(12), SIP)],
    ['a wrong length', concat([2, 17], hep2(2, true, SIP).subarray(2))],
    ['nothing behind it', hep2(2, true, new Uint8Array(0))],
  ])('leave %s alone', (_, payload) => {
    expect(decode(inUdp(payload)).payloads).toMatchObject([
      { data: latin1(payload), to: '192.0.2.2:9060' },
    ]);
  });
});

describe('HEP version 3 over TCP', () => {
  it('packets one after another, cut anywhere', () => {
    const stream = concat(whole(SIP), hep3(...ENDS), whole(SIP, 6));
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 8 }), (cuts) => {
        const talk = new Talk(9061);
        const borders = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const segments = borders
          .slice(1)
          .map((border, at) => talk.client(stream.subarray(borders[at], border)));
        const { messages, unread } = read(...talk.open(), ...segments);
        expect(messages).toMatchObject([
          { ...SEEN, transport: 'udp' },
          { ...SEEN, transport: 'tcp' },
        ]);
        expect(unread).toEqual({ 'hep-without-payload': 1 });
      }),
      { numRuns: 60 },
    );
  });

  it('find their way after a gap', () => {
    const talk = new Talk(9061);
    const segments = [
      talk.client(concat(whole(SIP), whole(SIP).subarray(0, 30))),
      talk.client(whole(SIP).subarray(30, 60)),
      talk.client(concat(whole(SIP).subarray(60), whole(SIP))),
    ];
    const { messages, unread } = read(...segments.filter((_, at) => at !== 1));
    expect(messages).toHaveLength(2);
    expect(unread).toEqual({ 'hep-stream-gap': 1, 'hep-stream-stray-bytes': 1 });
  });
});
