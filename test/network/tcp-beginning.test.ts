import { describe, expect, it } from 'vitest';
import { UnreadTally } from '../../src/model/unread.ts';
import { PacketDecoder } from '../../src/network/decoder.ts';
import {
  asPacket,
  decode,
  ethernet,
  ipv4,
  tcp,
  type TcpShape,
  text,
  type Wire,
} from './packet-bytes.ts';

const FIN = 1;
const SYN = 2;
const ACK = 16;

function segment(data: string | Uint8Array, shape: TcpShape = {}): Uint8Array {
  const payload = typeof data === 'string' ? text(data) : data;
  return ethernet(0x0800, ipv4(tcp(payload, shape), { protocol: 6 }));
}

const syn = segment('', { seq: 999, flags: SYN });

/** Packets of one moment, so that nothing is old. */
const atOnce = (...packets: Uint8Array[]): Wire[] =>
  packets.map((bytes, at) => ({ bytes, time: 1e15 + at }));

const back = (data: string, seq = 1): Uint8Array =>
  ethernet(
    0x0800,
    ipv4(tcp(text(data), { from: 5060, to: 40_000, seq }), {
      protocol: 6,
      from: [192, 0, 2, 2],
      to: [192, 0, 2, 1],
    }),
  );

describe('the beginning of a stream', () => {
  it.each([
    ['one segment', [segment('AB'), syn, segment('C', { seq: 1002 })]],
    [
      'two, in any order',
      [segment('C', { seq: 1002 }), segment('A'), syn, segment('B', { seq: 1001 })],
    ],
    ['all', [segment('BC', { seq: 1001 }), segment('A'), syn]],
    [
      'beside data in the SYN',
      [segment('BC', { seq: 1001 }), segment('A', { seq: 999, flags: SYN })],
    ],
  ])('captured before its SYN is kept: %s', (_, packets) => {
    const { streams, unread } = decode(...atOnce(...packets));
    expect(streams).toMatchObject([{ data: 'ABC', end: 'end', flow: { fromStart: true } }]);
    expect(unread).toEqual({});
  });

  it('without a SYN is put in order', () => {
    const { streams, unread } = decode(
      ...atOnce(segment('C', { seq: 1002 }), segment('B', { seq: 1001 }), segment('A')),
    );
    expect(streams).toMatchObject([{ data: 'ABC', flow: { fromStart: false } }]);
    expect(unread).toEqual({});
  });

  it('is waited for until the other side goes on', () => {
    const { streams } = decode(...atOnce(segment('B', { seq: 1001 }), back('x'), segment('A')));
    expect(streams.map(({ data }) => data)).toEqual(['B', 'x']);
    const late = decode(...atOnce(segment('C', { seq: 1002 }), back('x'), syn, segment('AB')));
    expect(late.streams).toMatchObject([{ data: 'C', flow: { fromStart: true } }, { data: 'x' }]);
    expect(late.unread).toEqual({ 'tcp-segment-late': 1 });
  });

  it.each([
    ['time', [{ bytes: segment('D', { seq: 1010 }), time: 1e15 + 200_000 }]],
    ['segments', atOnce(...Array.from({ length: 20 }, () => segment('D', { seq: 1010 })))],
  ])('is waited for a little %s only, and what comes later is counted', (_, after) => {
    const { streams, unread } = decode(
      { bytes: segment('CC', { seq: 1008 }), time: 1e15 },
      ...after,
      segment('AA'),
      segment('A'),
    );
    expect(streams[0]!.data).toBe('CCD');
    expect(unread).toEqual({ 'tcp-segment-late': 1 });
  });

  it('is let go by the packets of other connections', () => {
    const seen: string[] = [];
    const decoder = new PacketDecoder({
      unread: new UnreadTally(),
      payloads: { payload: () => undefined },
      streams: {
        open: () => undefined,
        data: (flow, run) => seen.push(`${flow.sourcePort} at ${run.frame}`),
        gap: () => undefined,
        close: () => undefined,
      },
    });
    const other = segment('', { from: 7, flags: SYN });
    [segment('A'), other].forEach((bytes, at) =>
      decoder.packet(asPacket({ bytes, time: 1e15 + at * 2e5 }, at + 1)),
    );
    expect(seen).toEqual(['40000 at 1']);
  });

  it('before a FIN or a reset is not lost', () => {
    expect(
      decode(...atOnce(segment('A'), segment('B', { seq: 1001, flags: FIN | ACK }))).streams,
    ).toMatchObject([{ data: 'AB', end: 'fin' }]);
    const late = decode(...atOnce(segment('BB', { seq: 1002, flags: FIN | ACK }), segment('AA')));
    expect(late.streams).toMatchObject([{ data: 'BB', end: 'fin' }]);
    expect(late.unread).toEqual({ 'tcp-segment-late': 1 });
  });

  it('is that of a new connection when the SYN is of another', () => {
    const { streams } = decode(
      { bytes: segment('one'), time: 1e15 },
      { bytes: syn, time: 1e15 + 4e6 },
      { bytes: segment('two'), time: 1e15 + 4e6 },
    );
    expect(streams.map(({ data, end }) => [data, end])).toEqual([
      ['one', 'reused'],
      ['two', 'end'],
    ]);
  });
});
