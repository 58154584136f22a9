import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadTally } from '../../src/model/unread.ts';
import { PacketDecoder } from '../../src/network/decoder.ts';
import {
  asPacket,
  decode,
  ethernet,
  ipv4,
  ipv6,
  latin1,
  tcp,
  type TcpShape,
  text,
  u16,
  type Wire,
} from './packet-bytes.ts';

const FIN = 1;
const SYN = 2;
const RST = 4;
const ACK = 16;

function segment(data: string | Uint8Array, shape: TcpShape = {}): Uint8Array {
  const payload = typeof data === 'string' ? text(data) : data;
  return ethernet(0x0800, ipv4(tcp(payload, shape), { protocol: 6 }));
}

const syn = segment('', { seq: 999, flags: SYN });

describe('TCP streams', () => {
  it('start at the SYN and end at the FIN', () => {
    const { streams, unread } = decode(
      syn,
      segment('hello '),
      segment('world', { seq: 1006, flags: FIN | ACK }),
    );
    expect(streams).toMatchObject([
      {
        data: 'hello world',
        end: 'fin',
        runs: [
          [2, 'h', 20_054],
          [3, 'w', 30_054],
        ],
      },
    ]);
    expect(streams[0]!.flow).toMatchObject({
      fromStart: true,
      sourcePort: 40_000,
      destinationPort: 5060,
      addressLength: 4,
    });
    expect([...streams[0]!.flow.addresses]).toEqual([192, 0, 2, 1, 192, 0, 2, 2]);
    expect(unread).toEqual({});
  });

  it('start anywhere, and are open until the source ends', () => {
    const { streams } = decode(
      segment('', { seq: 5 }),
      segment('mid', { seq: 77 }),
      segment('dle', { seq: 80 }),
    );
    expect(streams).toMatchObject([{ data: 'middle', end: 'end', flow: { fromStart: false } }]);
  });

  it('know their other direction', () => {
    const back = ethernet(
      0x0800,
      ipv4(tcp(text('pong'), { from: 5060, to: 40_000, seq: 1 }), {
        protocol: 6,
        from: [192, 0, 2, 2],
        to: [192, 0, 2, 1],
      }),
    );
    let pair: [number, number | undefined][] = [];
    const flows: { id: number; opposite: { id: number } | undefined }[] = [];
    const decoder = new PacketDecoder({
      unread: new UnreadTally(),
      payloads: { payload: () => undefined },
      streams: {
        open: (flow) => flows.push(flow),
        data: () => (pair = flows.map((flow) => [flow.id, flow.opposite?.id])),
        gap: () => undefined,
        close: () => undefined,
      },
    });
    [segment('ping'), back].forEach((bytes, at) => decoder.packet(asPacket({ bytes }, at + 1)));
    expect(pair).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('over IPv6', () => {
    const packet = ethernet(0x86dd, ipv6(tcp(text('six')), { next: 6 }));
    expect(decode(packet).streams).toMatchObject([{ data: 'six', flow: { addressLength: 16 } }]);
  });

  it('put segments in order', () => {
    const { streams } = decode(
      syn,
      segment('C', { seq: 1002 }),
      segment('B', { seq: 1001 }),
      segment('A', { seq: 1000 }),
    );
    expect(streams).toMatchObject([{ data: 'ABC', flow: { outOfOrder: 1 } }]);
    expect(streams[0]!.runs.map(([frame]) => frame)).toEqual([4, 3, 2]);
  });

  it('drop what was sent again, keep-alive probes too', () => {
    const { streams } = decode(
      segment('hello'),
      segment('hello'),
      segment('lo wor', { seq: 1003 }),
      segment('x', { seq: 1008 }),
      segment('ld', { seq: 1009 }),
    );
    expect(streams).toMatchObject([{ data: 'hello world', flow: { retransmitted: 3 } }]);
  });

  it('count sequence numbers past zero', () => {
    const seq = 0xffff_fffe;
    const { streams } = decode(
      segment('ab', { seq }),
      segment('ef', { seq: 2 }),
      segment('cd', { seq: 0 }),
    );
    expect(streams).toMatchObject([{ data: 'abcdef' }]);
  });

  it.each([
    [
      'after three seconds',
      [
        { bytes: segment('C', { seq: 1010 }), time: 1e15 },
        { bytes: segment('D', { seq: 1011 }), time: 1e15 + 4e6 },
      ],
    ],
    [
      'at the end',
      [
        { bytes: segment('C', { seq: 1010 }), time: 1e15 },
        { bytes: segment('D', { seq: 1011 }), time: 1e15 },
      ],
    ],
    [
      'at a reset',
      [
        segment('C', { seq: 1010 }),
        segment('D', { seq: 1011 }),
        segment('', { seq: 1012, flags: RST }),
      ],
    ],
  ] as [string, (Wire | Uint8Array)[]][])('give up a hole %s', (_, later) => {
    const { streams } = decode({ bytes: segment('AB'), time: 1e15 }, ...later);
    expect(streams).toMatchObject([{ data: 'AB«8»CD' }]);
  });

  it('give up a hole when too much waits behind it', () => {
    const block = new Uint8Array(1400).fill(65);
    const many = Array.from({ length: 400 }, (_, at) => segment(block, { seq: 2000 + at * 1400 }));
    const { streams } = decode(syn, ...many);
    expect(streams[0]!.data.startsWith('«1000»AAAA')).toBe(true);
    expect(streams[0]!.data).toHaveLength('«1000»'.length + 400 * 1400);
  });

  it('report what the snap length cut as a gap', () => {
    const { streams } = decode(
      { bytes: segment('hello world'), captured: 54 + 5 },
      segment('!', { seq: 1011 }),
    );
    expect(streams).toMatchObject([{ data: 'hello«6»!' }]);
    const inOptions = segment('hello', { options: [1, 1, 1, 1, 1, 1, 1, 1] });
    expect(decode({ bytes: inOptions, captured: 54 + 4 }).streams).toMatchObject([{ data: '«5»' }]);
  });

  it('end at a reset', () => {
    expect(decode(segment('A'), segment('', { seq: 1001, flags: RST })).streams).toMatchObject([
      { data: 'A', end: 'rst' },
    ]);
  });

  it('are new when the ports are used again', () => {
    const again = segment('', { seq: 4999, flags: SYN });
    const { streams } = decode(syn, segment('one'), again, segment('two', { seq: 5000 }));
    expect(streams).toMatchObject([
      { data: 'one', end: 'reused' },
      { data: 'two', end: 'end' },
    ]);
    const unseen = decode(segment('one'), segment('two', { seq: 3_000_000_000 }));
    expect(unseen.streams).toMatchObject([{ data: 'one', end: 'reused' }, { data: 'two' }]);
  });

  it('do not come back for a repeated last segment', () => {
    const last = segment('bye', { flags: FIN | ACK });
    expect(decode(last, last).streams).toMatchObject([{ data: 'bye', end: 'fin' }]);
  });

  it('take data with the SYN', () => {
    expect(
      decode(segment('fast', { seq: 999, flags: SYN }), segment('er', { seq: 1004 })).streams,
    ).toMatchObject([{ data: 'faster' }]);
  });

  it('keep one copy of what was seen at two places', () => {
    const other = { bytes: segment('hello'), interfaceId: 3 };
    expect(decode(segment('hello'), other).streams).toMatchObject([{ data: 'hello' }]);
  });

  it('count headers that are cut or wrong', () => {
    expect(decode(ethernet(0x0800, ipv4(new Uint8Array(19), { protocol: 6 }))).unread).toEqual({
      'tcp-truncated': 1,
    });
    expect(decode(ethernet(0x0800, ipv4(new Uint8Array(20), { protocol: 6 }))).unread).toEqual({
      'tcp-truncated': 1,
    });
  });

  it('are counted as packets when nobody listens', () => {
    const unread = new UnreadTally();
    const decoder = new PacketDecoder({ unread, payloads: { payload: () => undefined } });
    decoder.packet(asPacket({ bytes: segment('x') }, 1));
    expect(unread.list()).toMatchObject([{ reason: 'tcp-not-read', count: 1 }]);
  });

  it('any cutting, repeating and shuffling gives the same bytes', () => {
    const whole = Array.from({ length: 300 }, (_, at) => String.fromCharCode(33 + (at % 90))).join(
      '',
    );
    const piece = fc.record({
      from: fc.nat(299),
      length: fc.integer({ min: 1, max: 60 }),
      key: fc.nat(),
    });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 0, max: 0xffff_ffff }),
        fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
        (extra, start, keys) => {
          const base = keys.map((key, at) => ({ from: at * 10, length: 10, key }));
          const order = [...base, ...extra].toSorted((a, b) => a.key - b.key);
          const wires = order.map(({ from, length }) =>
            segment(whole.slice(from, from + length), { seq: (start + 1 + from) >>> 0 }),
          );
          const { streams } = decode(segment('', { seq: start, flags: SYN }), ...wires);
          expect(streams).toHaveLength(1);
          expect(streams[0]!.data).toBe(whole);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('TCP bounds', () => {
  it('a flood of openings is bounded and reported', () => {
    const unread = new UnreadTally();
    let open = 0;
    let most = 0;
    const decoder = new PacketDecoder({
      unread,
      payloads: { payload: () => undefined },
      streams: {
        open: () => (most = Math.max(most, (open += 1))),
        data: () => undefined,
        gap: () => undefined,
        close: () => (open -= 1),
      },
    });
    const packet = asPacket({ bytes: syn }, 1);
    for (let at = 0; at < 50_000; at += 1) {
      packet.bytes.set(u16(at & 0xffff), packet.start + 34);
      packet.bytes.set(u16(at >>> 16), packet.start + 36);
      decoder.packet(packet);
    }
    decoder.end();
    expect(most).toBeLessThanOrEqual(32_768);
    expect(open).toBe(0);
    expect(unread.list()).toMatchObject([{ reason: 'tcp-stream-limit', count: 50_000 - 32_768 }]);
  });

  it('an ignored stream holds nothing', () => {
    const seen: string[] = [];
    const decoder = new PacketDecoder({
      unread: new UnreadTally(),
      payloads: { payload: () => undefined },
      streams: {
        open: (flow) => (flow.ignored = true),
        data: (_, run) => seen.push(latin1(run.bytes.subarray(run.start, run.end))),
        gap: () => seen.push('gap'),
        close: (_, how) => seen.push(how),
      },
    });
    [segment('a'), segment('c', { seq: 1005 }), segment('', { seq: 1006, flags: FIN })].forEach(
      (bytes, at) => decoder.packet(asPacket({ bytes }, at + 1)),
    );
    decoder.end();
    expect(seen).toEqual(['fin']);
  });

  it('a stream that is ignored from its first bytes on ends with its FIN all the same', () => {
    const seen: string[] = [];
    const decoder = new PacketDecoder({
      unread: new UnreadTally(),
      payloads: { payload: () => undefined },
      streams: {
        open: () => undefined,
        data(flow, run) {
          flow.ignored = true;
          seen.push(latin1(run.bytes.subarray(run.start, run.end)));
        },
        gap: () => seen.push('gap'),
        close: (_, how) => seen.push(how),
      },
    });
    const packets = [segment('a'), segment('b', { seq: 1001 })];
    [...packets, segment('', { seq: 1002, flags: FIN })].forEach((bytes, at) =>
      decoder.packet(asPacket({ bytes, time: 1e15 }, at + 1)),
    );
    expect(seen).toEqual(['a', 'fin']);
  });
});
