import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concat,
  decode,
  ethernet,
  ipv4,
  ipv6,
  latin1,
  text,
  u16,
  u32,
  udp,
  vlan,
  type Wire,
} from './packet-bytes.ts';

const BODY = text(`INVITE sip:bob@example.com SIP/2.0\r\n${'x'.repeat(3000)}\r\n\r\n`);
const DATAGRAM = udp(BODY);
const ONE = { payloads: [{ data: latin1(BODY), missing: 0 }] };

interface Piece {
  readonly from: number;
  readonly to: number;
}

const v4Piece = ({ from, to }: Piece, id = 7): Uint8Array =>
  ethernet(
    0x0800,
    ipv4(DATAGRAM.subarray(from, to), { id, offset: from, more: to < DATAGRAM.length }),
  );

const v6Piece = ({ from, to }: Piece, id = 7): Uint8Array =>
  ethernet(
    0x86dd,
    ipv6(
      concat(
        [17, 0],
        u16(from | (to < DATAGRAM.length ? 1 : 0)),
        u32(id),
        DATAGRAM.subarray(from, to),
      ),
      { next: 44 },
    ),
  );

const PIECES: readonly Piece[] = [
  { from: 0, to: 1480 },
  { from: 1480, to: 2960 },
  { from: 2960, to: DATAGRAM.length },
];

describe.each([
  ['IPv4', v4Piece],
  ['IPv6', v6Piece],
])('%s fragments', (_, piece) => {
  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]], [[0, 0, 1, 1, 2]]])('in order %j', (order) => {
    const { payloads, unread } = decode(...order.map((at) => piece(PIECES[at]!)));
    expect(payloads).toMatchObject([{ data: latin1(BODY), missing: 0, frame: order.length }]);
    expect(unread).toEqual({});
  });

  it('of one packet seen before and inside a tunnel', () => {
    const inTunnel = (at: number): Uint8Array => {
      const inner = piece(PIECES[at]!).slice(14);
      const type = inner[0]! >>> 4 === 4 ? 0x0800 : 0x86dd;
      return ethernet(
        0x0800,
        ipv4(concat(u16(0x2000), u16(type), u32(9), inner), { protocol: 47 }),
      );
    };
    const { payloads, unread } = decode(piece(PIECES[2]!), inTunnel(0), inTunnel(1), inTunnel(2));
    expect(payloads.map(({ data }) => data)).toEqual([latin1(BODY)]);
    expect(unread['ip-fragments-incomplete']).toBeUndefined();
  });

  it('that overlap, in any order and any number', () => {
    const cut = fc.integer({ min: 0, max: 380 }).map((unit) => unit * 8);
    const extra = fc.array(
      fc.record({ from: cut, length: fc.integer({ min: 8, max: 900 }).map((n) => n & ~7) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(extra, fc.infiniteStream(fc.nat()), (extras, random) => {
        const pieces = [
          ...PIECES,
          ...extras.map(({ from, length }) => ({ from, to: Math.min(from + length, 2960) })),
        ];
        const valid = pieces.filter(({ from, to }) => to > from);
        const order = valid
          .map((value) => ({ value, key: random.next().value as number }))
          .toSorted((a, b) => a.key - b.key);
        const { payloads } = decode(...order.map(({ value }) => piece(value)));
        expect(payloads[0]?.data).toBe(latin1(BODY));
      }),
      { numRuns: 60 },
    );
  });

  it('of several datagrams at once', () => {
    const packets = PIECES.flatMap((at) => [piece(at, 7), piece(at, 8), piece(at, 9)]);
    expect(decode(...packets).payloads).toHaveLength(3);
  });

  it('that do not all come are a loss, with what is missing and what is there', () => {
    const { payloads, losses, unread } = decode(piece(PIECES[0]!), piece(PIECES[2]!));
    expect(payloads).toEqual([]);
    expect(unread).toEqual({ 'ip-fragments-incomplete': 1 });
    expect(losses).toMatchObject([
      { protocol: 17, id: 7, frame: 1, fragments: 2, missing: [[1480, 2960]] },
    ]);
    expect(latin1(losses[0]!.head)).toContain('INVITE sip:bob@example.com SIP/2.0');
  });

  it('without the first or the last one', () => {
    expect(decode(piece(PIECES[1]!)).losses).toMatchObject([
      {
        missing: [
          [0, 1480],
          [2960, Number.POSITIVE_INFINITY],
        ],
        head: new Uint8Array(0),
      },
    ]);
  });

  it('in more separate pieces than are kept are counted, and no loss is claimed', () => {
    const size = 8;
    const all = Array.from({ length: Math.ceil(DATAGRAM.length / size) }, (__, at) =>
      piece({ from: at * size, to: Math.min((at + 1) * size, DATAGRAM.length) }),
    );
    const half = (rest: number) => all.filter((__, at) => at % 2 === rest);
    const { payloads, losses, unread } = decode(...half(0), ...half(1));
    expect([payloads, losses]).toEqual([[], []]);
    expect(unread).toEqual({ 'ip-fragment-limit': 1 });
    expect(decode(...all).payloads).toHaveLength(1);
  });

  it('that are repeated afterwards are no loss', () => {
    const { payloads, losses, unread } = decode(
      ...PIECES.map((at) => piece(at)),
      piece(PIECES[0]!),
      piece(PIECES[1]!),
    );
    expect(payloads).toHaveLength(1);
    expect(losses).toEqual([]);
    expect(unread).toEqual({ 'ip-fragment-duplicate': 1 });
  });

  it('with the number of one long ago are no repeat of it', () => {
    const late = { bytes: piece(PIECES[0]!), time: 1_700_000_010_000_000 };
    const { losses } = decode(...PIECES.map((at) => piece(at)), late);
    expect(losses).toMatchObject([{ fragments: 1 }]);
  });

  it('seen again as a whole are seen twice', () => {
    expect(decode(...[...PIECES, ...PIECES].map((at) => piece(at))).payloads).toHaveLength(2);
  });

  it('are given up after a minute', () => {
    const late: Wire = { bytes: piece(PIECES[1]!), time: 1_700_000_061_000_000 };
    const { losses } = decode({ bytes: piece(PIECES[0]!), time: 1_700_000_000_000_000 }, late);
    expect(losses.map((loss) => loss.fragments)).toEqual([1, 1]);
  });

  it('are bounded in number', () => {
    const packets = Array.from({ length: 6000 }, (__, id) => piece(PIECES[0]!, id));
    const { losses, unread } = decode(...packets);
    expect(losses).toHaveLength(4096);
    expect(unread).toEqual({ 'ip-fragments-incomplete': 4096, 'ip-fragment-limit': 1904 });
  });
});

describe('odd fragments', () => {
  it('may be a whole packet in IPv6', () => {
    expect(decode(v6Piece({ from: 0, to: DATAGRAM.length }))).toMatchObject(ONE);
  });

  it('inside a VLAN complete those outside', () => {
    const inside = ethernet(0x8100, vlan(5, 0x0800, v4Piece(PIECES[1]!).subarray(14)));
    expect(decode(v4Piece(PIECES[0]!), inside, v4Piece(PIECES[2]!))).toMatchObject(ONE);
  });

  it('beyond 65,535 bytes are refused', () => {
    const beyond = ethernet(
      0x0800,
      ipv4(new Uint8Array(1000), { id: 7, offset: 65_000, more: true }),
    );
    expect(decode(beyond).unread).toMatchObject({ 'ip-fragment-wrong': 1 });
  });

  it('that are cut by the snap length do not complete', () => {
    const { payloads, losses, unread } = decode(
      { bytes: v4Piece(PIECES[0]!), captured: 100 },
      v4Piece(PIECES[1]!),
      v4Piece(PIECES[2]!),
    );
    expect(payloads).toEqual([]);
    // Nothing was lost on the way.
    expect(losses).toEqual([]);
    expect(unread).toEqual({ 'ip-fragments-cut': 1 });
  });
});
