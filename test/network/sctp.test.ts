import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concat,
  dataChunk,
  decode,
  ethernet,
  ipv4,
  latin1,
  sctp,
  SIP,
  text,
  u16,
  u32,
} from './packet-bytes.ts';

const carry = (...chunks: Uint8Array[]): Uint8Array =>
  ethernet(0x0800, ipv4(sctp(...chunks), { protocol: 132 }));
const SACK = concat([3, 0], u16(16), u32(1), u32(1), u32(0));

describe('SCTP', () => {
  it('gives each user message with its ports', () => {
    const { payloads, unread } = decode(
      carry(SACK, dataChunk(SIP), dataChunk(text('two'), { sequence: 2 })),
    );
    expect(payloads).toMatchObject([
      {
        data: latin1(SIP),
        transport: 'sctp',
        from: '192.0.2.1:5060',
        to: '192.0.2.2:5070',
        offset: 10_000 + 34 + 12 + 16 + 16,
      },
      { data: 'two', transport: 'sctp' },
    ]);
    expect(unread).toEqual({});
  });

  it.each([
    ['in the header of a chunk', 46 + 2],
    ['in the header of its data', 46 + 9],
  ])('says that it was cut %s', (_, captured) => {
    expect(decode({ bytes: carry(dataChunk(SIP)), captured })).toMatchObject({
      payloads: [],
      unread: { 'sctp-truncated': 1 },
    });
  });

  it('reads I-DATA chunks', () => {
    const chunk = concat(
      [64, 3],
      u16(20 + SIP.length),
      u32(1),
      u16(0),
      u16(0),
      u32(0),
      u32(0),
      SIP,
    );
    expect(decode(carry(chunk)).payloads).toMatchObject([{ data: latin1(SIP) }]);
  });

  it.each([[[0, 1, 2]], [[2, 0, 1]], [[1, 1, 2, 0]]])(
    'puts fragments together in order %j',
    (order) => {
      const parts = [
        dataChunk(text('one '), { flags: 2, sequence: 0xffff_ffff }),
        dataChunk(text('two '), { flags: 0, sequence: 0 }),
        dataChunk(text('three'), { flags: 1, sequence: 1 }),
      ];
      const { payloads, unread } = decode(...order.map((at) => carry(parts[at]!)));
      expect(payloads.map((payload) => payload.data)).toEqual(['one two three']);
      expect(unread).toEqual({});
    },
  );

  it('does not take the repeat of a fragment for a loss', () => {
    const first = carry(dataChunk(text('one '), { flags: 2, sequence: 7 }));
    const last = carry(dataChunk(text('two'), { flags: 1, sequence: 8 }));
    expect(decode(first, last, last).unread).toEqual({ 'sctp-fragment-duplicate': 1 });
    expect(
      decode(first, last, carry(dataChunk(text('x'), { flags: 1, sequence: 9 }))).unread,
    ).toEqual({ 'sctp-fragment-incomplete': 1 });
  });

  it('puts interleaved fragments of I-DATA together (RFC 8260)', () => {
    const part = (data: string, flags: number, message: number, number: number): Uint8Array =>
      concat(
        [64, flags],
        u16(20 + data.length),
        u32(tsn++),
        u16(0),
        u16(0),
        u32(message),
        u32((flags & 2) === 0 ? number : 0x4142),
        text(data),
        new Uint8Array(-data.length & 3),
      );
    let tsn = 100;
    const parts = [
      part('one ', 2, 0, 0),
      part('1st ', 2, 1, 0),
      part('two ', 0, 0, 1),
      part('2nd', 1, 1, 1),
      part('other', 6, 0, 0),
      part('three', 1, 0, 2),
    ];
    const { payloads, unread } = decode(...parts.map((one) => carry(one)));
    expect(payloads.map(({ data }) => data)).toEqual(['1st 2nd', 'one two three']);
    expect(unread).toEqual({ 'sctp-fragment-incomplete': 1 });
  });

  it('any order and any repeats give the same messages', () => {
    const parts = 'abcdefghij'
      .split('')
      .map((data, at) =>
        dataChunk(text(data), { flags: { a: 2, e: 1, f: 2, j: 1 }[data] ?? 0, sequence: at }),
      );
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 20 }), fc.nat(), (extra, seed) => {
        const all = parts.map((_, at) => at);
        const order = [...extra.filter((at) => at > 0 && at < 4), ...all];
        order.sort((a, b) => ((a * 7919 + seed) % 11) - ((b * 7919 + seed) % 11));
        const { payloads } = decode(...order.map((at) => carry(parts[at]!)));
        expect(payloads.map(({ data }) => data).toSorted()).toEqual(['abcde', 'fghij']);
      }),
      { numRuns: 100 },
    );
  });

  it('fragments without beginning take time in proportion to their number', () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      carry(dataChunk(text('a'), { flags: 0, sequence: at })),
    );
    const started = process.cpuUsage();
    expect(decode(...many).unread).toEqual({ 'sctp-fragment-incomplete': 20_000 });
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });

  it('puts fragments of one packet together', () => {
    const parts = [
      dataChunk(text('a'), { flags: 2 }),
      dataChunk(text('b'), { flags: 1, sequence: 2 }),
      dataChunk(text('c'), { sequence: 3 }),
    ];
    expect(decode(carry(...parts)).payloads.map((payload) => payload.data)).toEqual(['ab', 'c']);
  });

  it('counts fragments that never complete', () => {
    expect(decode(carry(dataChunk(text('a'), { flags: 2 }))).unread).toEqual({
      'sctp-fragment-incomplete': 1,
    });
    const many = Array.from({ length: 5000 }, (_, at) =>
      carry(dataChunk(text('a'), { flags: 0, sequence: at * 2 })),
    );
    expect(decode(...many).unread).toEqual({ 'sctp-fragment-incomplete': 5000 });
  });

  it('says what the snap length cut', () => {
    const bytes = carry(dataChunk(SIP));
    const { payloads } = decode({ bytes, captured: 34 + 12 + 16 + 7 });
    expect(payloads).toMatchObject([{ data: 'OPTIONS', missing: SIP.length - 7 }]);
  });

  it('counts what makes no sense', () => {
    expect(decode(carry(concat([0, 3], u16(4)))).unread).toEqual({ 'sctp-chunk-wrong': 1 });
    expect(decode(carry(concat([3, 3], u16(0)))).unread).toEqual({ 'sctp-chunk-wrong': 1 });
    expect(decode(ethernet(0x0800, ipv4(new Uint8Array(11), { protocol: 132 }))).unread).toEqual({
      'sctp-truncated': 1,
    });
  });
});
