/** Datagrams that stayed incomplete: facts when they may have carried SIP. */
import { describe, expect, it } from 'vitest';
import { flow, pcapParts } from '../../fixtures/dsl/index.ts';
import type { FragmentLossFact } from '../../src/model/transport-fact.ts';
import { Session } from '../../src/session.ts';
import { concat, ethernet, ipv4, latin1, text, udp } from './packet-bytes.ts';
import { read, type Reading } from './reading.ts';

const INVITE = text(
  `INVITE sip:bob@example.com SIP/2.0\r\nX: ${'x'.repeat(40)}\r\ncall-ID : a@b\r\nY: ${'y'.repeat(2000)}\r\n\r\n`,
);

function pieces(
  payload: Uint8Array,
  { id = 7, from = 5060, to = 5070, size = 1000 } = {},
): Uint8Array[] {
  const datagram = udp(payload, { from, to });
  const count = Math.ceil(datagram.length / size);
  return Array.from({ length: count }, (_, at) => {
    const part = datagram.subarray(at * size, (at + 1) * size);
    return ethernet(0x0800, ipv4(part, { id, offset: at * size, more: at < count - 1 }));
  });
}

const losses = ({ facts }: Reading): FragmentLossFact[] =>
  facts.filter((fact) => fact.kind === 'ip-fragment-loss');

const SIP = pieces(INVITE);

describe('a SIP message without all its fragments', () => {
  it('is a fact with what is missing and what is known of it', () => {
    const result = read(SIP[0]!, SIP[2]!);
    expect(result.messages).toEqual([]);
    expect(losses(result)).toMatchObject([
      {
        flow: { sourcePort: 5060, destinationPort: 5070 },
        protocol: 17,
        id: 7,
        fragments: 2,
        missing: [[1000, 2000]],
        sip: true,
        startLine: 'INVITE sip:bob@example.com SIP/2.0',
        callId: 'a@b',
        frame: 1,
        seen: { first: 1, later: 1, completed: 0 },
      },
    ]);
    expect([...losses(result)[0]!.flow.addressBytes]).toEqual([192, 0, 2, 1, 192, 0, 2, 2]);
  });

  it('has no ports without the first, and may be anything', () => {
    expect(losses(read(SIP[1]!, SIP[2]!))).toMatchObject([
      { flow: { sourcePort: 0 }, sip: false, startLine: '', callId: '', missing: [[0, 1000]] },
    ]);
  });

  it('on a port of its own is known by its text', () => {
    const [first] = pieces(INVITE, { from: 40_000, to: 40_002 });
    expect(losses(read(first!))).toMatchObject([{ sip: true, callId: 'a@b' }]);
  });

  it('is none when it is complete, and media are none', () => {
    const media = pieces(new Uint8Array(3000), { id: 8, from: 20_000, to: 30_000 });
    const result = read(...SIP, media[0]!);
    expect(result.messages).toHaveLength(1);
    expect(losses(result)).toEqual([]);
    expect(result.unread).toMatchObject({ 'ip-fragments-incomplete': 1 });
  });

  it('tells a capture filter, which leaves no later fragment of anything, from a loss', () => {
    const others = [1, 2, 3].flatMap((id) => pieces(INVITE, { id }));
    const filtered = [1, 2, 3].map((id) => pieces(INVITE, { id })[0]!);
    const seen = { first: 4, later: 6, completed: 3 };
    expect(losses(read(...others, SIP[0]!))).toMatchObject([{ seen }]);
    expect(losses(read(...filtered, SIP[0]!)).map((loss) => loss.seen)).toEqual(
      Array.from({ length: 4 }, () => ({ first: 4, later: 0, completed: 0 })),
    );
  });

  it('has a Call-ID only when its line came whole', () => {
    const at = latin1(INVITE).indexOf('a@b') + 8;
    const size = Math.floor(at / 8) * 8;
    const [first] = pieces(INVITE, { size });
    expect(losses(read(first!))).toMatchObject([{ sip: true, callId: '' }]);
  });
});

it('floods of what may be anything leave room for SIP', () => {
  const flood = Array.from({ length: 3000 }, (_, id) => pieces(INVITE, { id })[1]!);
  const result = read(...flood, pieces(INVITE, { id: 5000 })[0]!);
  expect(losses(result).filter(({ sip }) => sip)).toHaveLength(1);
  expect(losses(result)).toHaveLength(2049);
  expect(result.unread['transport-fact-limit']).toBe(3000 - 2048);
});

it('is a fact of the source that was read', () => {
  const trace = flow`
    alice = 192.0.2.10
    proxy = 198.51.100.1 server
    alice -> proxy INVITE with sdp
  `;
  const records = pcapParts(trace, { fragments: { size: 128 } });
  const file = concat(...records.filter((_, at) => at !== 2));
  const source = new Session({ language: 'en', thresholds: {}, messages: 'none' }).open('x');
  source.push(file);
  source.end();
  expect(source.outcome.facts.facts).toMatchObject([
    {
      kind: 'ip-fragment-loss',
      missing: [[128, 256]],
      sip: true,
      seen: { first: 1, later: records.length - 3, completed: 0 },
    },
  ]);
});

it('what the snap length cut is no loss, what is missing besides is', () => {
  const cut = SIP.map((bytes) => ({ bytes, captured: 300 }));
  const whole = read(...cut);
  expect(losses(whole)).toEqual([]);
  expect(whole.unread).toEqual({ 'ip-fragments-cut': 1 });
  expect(losses(read(cut[0]!, cut[2]!))).toMatchObject([{ missing: [[1000, 2000]] }]);
});

it('fragments that carry nothing, or more than fits, are no loss', () => {
  const empty = ethernet(0x0800, ipv4(new Uint8Array(0), { id: 3, offset: 0, more: true }));
  const beyond = ethernet(
    0x0800,
    ipv4(new Uint8Array(100), { id: 4, offset: 65_528, more: false }),
  );
  const result = read(empty, empty, beyond);
  expect(losses(result)).toEqual([]);
  expect(result.unread).toEqual({ 'ip-fragments-incomplete': 2, 'ip-fragment-wrong': 1 });
});
