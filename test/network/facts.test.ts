import { describe, expect, it } from 'vitest';
import { UnreadTally } from '../../src/model/unread.ts';
import { FactLog } from '../../src/network/facts/fact-log.ts';
import { concat, ethernet, ipv4, ipv6, SIP, tcp, text, u16, udp, V6_FROM } from './packet-bytes.ts';
import { OPTIONS } from './websocket-bytes.ts';
import { ACK, FIN, read, RST, SYN, Talk } from './reading.ts';

const ROUTER = [198, 51, 100, 1];
const QUOTE = ipv4(udp(SIP, { from: 5060, to: 5070 }));

const icmp = (type: number, code: number, quoted: Uint8Array): Uint8Array =>
  ethernet(
    0x0800,
    ipv4(concat([type, code, 0, 0, 0, 0, 0, 0], quoted), { protocol: 1, from: ROUTER }),
  );

describe('ICMP errors', () => {
  it('are facts, and what they quote is no message', () => {
    const { messages, others, facts, unread } = read(icmp(3, 3, QUOTE));
    expect([messages, others, unread]).toEqual([[], [], {}]);
    expect(facts).toMatchObject([
      {
        kind: 'icmp-unreachable',
        version: 4,
        type: 3,
        code: 3,
        protocol: 17,
        sip: true,
        startLine: 'OPTIONS sip:bob@example.com SIP/2.0',
        flow: { sourcePort: 5060, destinationPort: 5070 },
        frame: 1,
        count: 1,
      },
    ]);
    const [fact] = facts;
    expect(fact).toMatchObject({ reporter: Uint8Array.from(ROUTER) });
    expect([...fact!.flow.addressBytes]).toEqual([192, 0, 2, 1, 192, 0, 2, 2]);
  });

  it('equal ones are one fact, counted', () => {
    const { facts } = read(icmp(3, 3, QUOTE), icmp(3, 3, QUOTE), icmp(3, 1, QUOTE));
    expect(facts).toMatchObject([
      { code: 3, count: 2, frame: 1, lastFrame: 2 },
      { code: 1, count: 1, frame: 3 },
    ]);
  });

  it('need no more than the eight bytes that RFC 792 promises', () => {
    expect(read(icmp(3, 1, QUOTE.subarray(0, 28))).facts).toMatchObject([
      { sip: true, startLine: '', flow: { sourcePort: 5060 } },
    ]);
  });

  it('about media are told apart', () => {
    const media = ipv4(udp(new Uint8Array(20), { from: 20_000, to: 30_000 }));
    expect(read(icmp(3, 3, media)).facts).toMatchObject([{ sip: false, startLine: '' }]);
  });

  it('ICMPv6, with extension headers in the quotation', () => {
    const quoted = ipv6(concat([17, 0, 1, 4, 0, 0, 0, 0], udp(SIP)), { next: 0 });
    const packet = ethernet(0x86dd, ipv6(concat([1, 4, 0, 0, 0, 0, 0, 0], quoted), { next: 58 }));
    const { facts } = read(packet);
    expect(facts).toMatchObject([
      { version: 6, type: 1, code: 4, startLine: 'OPTIONS sip:bob@example.com SIP/2.0' },
    ]);
    expect([...facts[0]!.flow.addressBytes.subarray(0, 16)]).toEqual(V6_FROM);
  });

  it.each([
    ['echo', icmp(8, 0, QUOTE)],
    ['a quotation without ports', icmp(3, 3, ipv4(new Uint8Array(8), { protocol: 1 }))],
    ['a later fragment', icmp(3, 3, ipv4(udp(SIP), { offset: 8 }))],
    ['a quotation cut short', icmp(3, 3, QUOTE.subarray(0, 22))],
    ['nothing quoted', icmp(3, 3, new Uint8Array(0))],
  ])('%s is counted only', (_, packet) => {
    const { facts, unread } = read(packet);
    expect(facts).toEqual([]);
    expect(unread).toEqual({ 'ip-protocol-1': 1 });
  });
});

const segment = (shape: { seq: number; flags: number; from: number; to: number }, back = false) =>
  ethernet(
    0x0800,
    ipv4(
      tcp(new Uint8Array(0), shape),
      back
        ? { protocol: 6, from: [192, 0, 2, 2], to: [192, 0, 2, 1] }
        : { protocol: 6, from: [192, 0, 2, 1], to: [192, 0, 2, 2] },
    ),
  );
const syn = (to = 5060) => segment({ seq: 9, flags: SYN, from: 40_000, to });
const refused = (port = 5060) =>
  segment({ seq: 0, flags: RST | ACK, from: port, to: 40_000 }, true);

describe('TCP facts', () => {
  it('a SYN answered by a reset', () => {
    expect(read(syn(), refused()).facts).toMatchObject([
      {
        kind: 'tcp-connect-failed',
        how: 'reset',
        attempts: 1,
        frame: 2,
        flow: { destinationPort: 5060 },
      },
    ]);
  });

  it('SYNs that nobody answers', () => {
    expect(read(syn(), syn(), syn()).facts).toMatchObject([
      { kind: 'tcp-connect-failed', how: 'silent', attempts: 3, frame: 1 },
    ]);
  });

  it('are none when the connection came about, or one direction was captured', () => {
    const talk = new Talk();
    expect(read(...talk.open()).facts).toEqual([]);
    expect(read(syn(), segment({ seq: 10, flags: ACK, from: 40_000, to: 5060 })).facts).toEqual([]);
  });

  it('other ports count only after they carried SIP', () => {
    expect(read(syn(7000), refused(7000)).facts).toEqual([]);
    const talk = new Talk(7000);
    const again = segment({ seq: 77, flags: SYN, from: 41_000, to: 7000 });
    const { facts } = read(...talk.open(), talk.client(OPTIONS), again);
    expect(facts).toMatchObject([{ kind: 'tcp-connect-failed', flow: { sourcePort: 41_000 } }]);
  });

  it('a reset and a FIN of a connection that carried SIP', () => {
    const talk = new Talk(7000);
    const { facts } = read(
      ...talk.open(),
      talk.client(OPTIONS),
      talk.server('', FIN | ACK),
      talk.client('', RST),
    );
    expect(facts).toMatchObject([
      {
        kind: 'tcp-closed',
        how: 'fin',
        frame: 4,
        lastSent: Number.NaN,
        flow: { sourcePort: 7000 },
      },
      { kind: 'tcp-closed', how: 'rst', frame: 5, flow: { sourcePort: 40_000 } },
    ]);
    expect(facts[0]).toMatchObject({ lastReceived: facts[0]!.time - 1000 });
  });

  it('a reset right after the first message of a connection that was up before the capture', () => {
    const talk = new Talk(7000);
    const { facts } = read(talk.client(OPTIONS), talk.server('', RST));
    expect(facts).toMatchObject([{ kind: 'tcp-closed', how: 'rst' }]);
    const own = new Talk(7000);
    expect(read(own.client(OPTIONS), own.client('', RST)).facts).toMatchObject([{ how: 'rst' }]);
  });

  it('web traffic makes none', () => {
    const talk = new Talk(80);
    const { facts } = read(
      ...talk.open(),
      talk.client('GET / HTTP/1.0\r\n\r\n'),
      talk.server('', RST),
    );
    expect(facts).toEqual([]);
  });
});

describe('the log of facts', () => {
  it('is bounded, and keeps room for SIP', () => {
    const unread = new UnreadTally();
    const log = new FactLog(unread);
    const flow = {
      addressBytes: text('12345678'),
      sourceAt: 0,
      destinationAt: 4,
      addressLength: 4,
      destinationPort: 1,
    } as const;
    const place = { frame: 1, offset: 0, time: 0 };
    for (const sip of [false, true]) {
      for (let port = 0; port < 10_000; port += 1) {
        log.fact(
          {
            kind: 'icmp-unreachable',
            version: 4,
            type: 3,
            code: 3,
            reporter: Uint8Array.from(u16(1)),
            flow: { ...flow, sourcePort: port + (sip ? 20_000 : 0) },
            protocol: 17,
            sip,
            startLine: '',
          },
          place,
        );
      }
    }
    expect(log.list()).toHaveLength(2 * 2048);
    expect(unread.list()).toMatchObject([
      { reason: 'transport-fact-limit', count: 20_000 - 2 * 2048 },
    ]);
  });
});
