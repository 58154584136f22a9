import { describe, expect, it } from 'vitest';
import {
  concat,
  decode,
  ethernet,
  ipv4,
  latin1,
  ONE_SIP,
  SIP,
  SIP_OVER_UDP,
  tcp,
  text,
  u16,
  u32,
  udp,
} from './packet-bytes.ts';
import { esp, gre, label, TUNNELS } from './tunnel-packets.ts';

describe('tunnels and link layers', () => {
  it.each(TUNNELS.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
    expect(decode(sample)).toMatchObject(ONE_SIP);
  });

  it.each(TUNNELS.map((sample) => [sample.name, sample] as const))(
    '%s, cut anywhere, is counted or says so',
    (_, sample) => {
      for (let captured = 1; captured < sample.bytes.length; captured += 1) {
        const { payloads, unread } = decode({ ...sample, captured });
        const said =
          payloads.some((payload) => payload.missing > 0) || Object.keys(unread).length > 0;
        // What was cut may be padding or a check value only.
        const whole = payloads.some((payload) => payload.data === latin1(SIP));
        expect(said || whole, `cut at ${captured}`).toBe(true);
      }
    },
  );

  it('make the points where a packet was seen differ', () => {
    const ip = ipv4(SIP_OVER_UDP);
    const places = [
      ethernet(0x0800, ip),
      gre(0x2000, 0x0800, u32(1), ip),
      gre(0x2000, 0x0800, u32(2), ip),
      ethernet(0x8847, concat(label(1, true), ip)),
      ethernet(0x8847, concat(label(2, true), ip)),
      ethernet(0x0800, ipv4(udp(concat([0x30, 255], u16(ip.length), u32(1), ip), { to: 2152 }))),
      ethernet(0x0800, ipv4(udp(concat([0x30, 255], u16(ip.length), u32(2), ip), { to: 2152 }))),
    ];
    expect(new Set(decode(...places).payloads.map((payload) => payload.point)).size).toBe(
      places.length,
    );
  });
});

describe('tunnel ports without a tunnel', () => {
  it.each([1701, 2152, 3544, 4500, 4789, 4790, 6081, 6635, 8472, 9899, 37_008])(
    'SIP on port %i is a payload',
    (port) => {
      expect(decode(ethernet(0x0800, ipv4(udp(SIP, { from: port, to: port }))))).toMatchObject({
        payloads: [{ data: latin1(SIP) }],
      });
    },
  );

  it.each([
    [2152, 'RTP', [0x80, 0xff, 0, 1, 0, 0]],
    [2152, 'digits', [0x30, 0x31, 0x32]],
    [
      2152,
      'GTP-U with an extension header of no length',
      [0x34, 255, 0, 8, 0, 0, 0, 1, 0, 0, 0, 0x85, 0, 0, 0, 0],
    ],
    [6081, 'STUN', [0, 1, 0, 0, 0x21, 0x12]],
    [
      6081,
      'whole STUN',
      [0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    ],
    [6081, 'a keep-alive of zeros', [0, 0, 0, 0]],
    [3544, 'a keep-alive of zeros', [0, 0, 0, 0]],
    [3544, 'RTP', [0x80, 0, 8, 0, 0, 0]],
    [6635, 'zeros', Array.from({ length: 80 }, () => 0)],
    [6635, 'ones', Array.from({ length: 80 }, () => 1)],
    [9899, 'zeros', Array.from({ length: 80 }, () => 0)],
    [6081, 'RTP', [0x80, 0, 8, 0, 0, 0]],
  ])('on port %i %s is a payload', (to, _, bytes) => {
    const { payloads, unread } = decode(ethernet(0x0800, ipv4(udp(concat(bytes), { to }))));
    expect([payloads.length, unread]).toEqual([1, {}]);
  });

  it('GTP-U messages that carry no user data are payloads', () => {
    const echo = concat([0x32, 1], u16(4), u32(0), u32(0));
    expect(decode(ethernet(0x0800, ipv4(udp(echo, { to: 2152 })))).payloads).toHaveLength(1);
  });
});

describe('what is not read is counted', () => {
  const onPort = (port: number, ...parts: (Uint8Array | number[])[]): Uint8Array =>
    ethernet(0x0800, ipv4(udp(concat(...parts), { to: port })));
  const lan = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0];

  it.each([
    ['GTP-U cut in its header', onPort(2152, [0x30, 255], u16(20), [1, 2]), 'gtp-u-truncated'],
    [
      'GTP-U cut in an extension header',
      onPort(2152, [0x34, 255], u16(12), u32(1), [0x12, 0x34, 0, 1, 1, 0xde]),
      'gtp-u-truncated',
    ],
    ['GTP-U without a payload', onPort(2152, [0x30, 255], u16(20), u32(1)), 'gtp-u-truncated'],
    ['GTP-U around no IP', onPort(2152, [0x30, 255], u16(4), u32(1), u32(7 << 28)), 'gtp-u-not-ip'],
    ['GENEVE cut in its header', onPort(6081, [0, 0], u16(0x6558), [0, 0]), 'geneve-truncated'],
    [
      'GENEVE cut in its options',
      onPort(6081, [2, 0], u16(0x0800), u32(256), u32(0)),
      'geneve-truncated',
    ],
    [
      'GENEVE around a frame where it announces IPv4',
      onPort(6081, [0, 0], u16(0x0800), u32(256), lan),
      'geneve-payload-0x0800',
    ],
    [
      'GENEVE around IPv4 where it announces IPv6',
      onPort(6081, [0, 0], u16(0x86dd), u32(256), ipv4(SIP_OVER_UDP)),
      'geneve-payload-0x86dd',
    ],
    [
      'GENEVE around a protocol that is not read',
      onPort(6081, [0, 0], u16(0x894f), u32(256), [0, 1, 2, 3]),
      'geneve-protocol-0x894f',
    ],
    ['GRE with source routes', gre(0x4000, 0x0800, u32(0)), 'gre-unsupported'],
    ['GRE version 2', gre(2, 0x0800, u32(0)), 'gre-unsupported'],
    ['GRE cut in its key', gre(0x2000, 0x0800, [1, 2]), 'gre-truncated'],
    ['GRE keep-alive', gre(0, 0), 'ethertype-0x0000'],
    ['MPLS without bottom', ethernet(0x8847, label(1, false)), 'mpls-truncated'],
    ['PPP LCP', gre(0x3001, 0x880b, u32(0), u32(0), u16(0xc021), [1]), 'ppp-protocol-0xc021'],
    [
      'encrypted ESP',
      ethernet(
        0x0800,
        ipv4(text('\x01\x02\x03\x04\0\0\0\x01 these are not the bytes you look for'), {
          protocol: 50,
        }),
      ),
      'esp-encrypted',
    ],
    ['PPPoE discovery', ethernet(0x8863, new Uint8Array(20)), 'ethertype-0x8863'],
  ])('%s', (_, packet, reason) => {
    const { unread } = decode(packet);
    // An empty keep-alive of GRE says nothing at all.
    if (reason === 'ethertype-0x0000') expect(unread).toEqual({});
    else expect(unread).toEqual({ [reason]: 1 });
  });

  it.each([
    ['management', 0x0080, 'wifi-not-data'],
    ['no data', 0x0148, 'wifi-not-data'],
    ['encrypted', 0x4108, 'wifi-encrypted'],
    ['fragment', 0x0508, 'wifi-fragment-or-aggregate'],
  ])('802.11 %s', (_, control, reason) => {
    const bytes = concat(u16(control, true), new Uint8Array(40));
    expect(decode({ bytes, linkType: 105 }).unread).toEqual({ [reason]: 1 });
  });

  it('802.11 aggregate', () => {
    const bytes = concat(
      u16(0x0188, true),
      new Uint8Array(22),
      u16(0x80, true),
      new Uint8Array(40),
    );
    expect(decode({ bytes, linkType: 105 }).unread).toEqual({ 'wifi-fragment-or-aggregate': 1 });
  });
});

describe('ESP-NULL', () => {
  /** A segment whose checksum is right for the addresses of the builder. */
  function checked(segment: Uint8Array): Uint8Array {
    const pseudo = concat([192, 0, 2, 1, 192, 0, 2, 2], u16(6), u16(segment.length), segment, [0]);
    let sum = 0;
    for (let at = 0; at + 1 < pseudo.length; at += 2) sum += (pseudo[at]! << 8) | pseudo[at + 1]!;
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
    segment.set(u16(0xffff - sum), 16);
    return segment;
  }

  it.each(['even', 'odd.'])('carries TCP whose checksum is right (%s)', (data) => {
    const packet = ethernet(
      0x0800,
      ipv4(esp(checked(tcp(text(data.replace('.', '')))), 6), { protocol: 50 }),
    );
    expect(decode(packet).streams).toMatchObject([{ data: data.replace('.', '') }]);
  });

  it('does not take TCP on trust', () => {
    const packet = ethernet(0x0800, ipv4(esp(tcp(text('even')), 6), { protocol: 50 }));
    expect(decode(packet).unread).toEqual({ 'esp-encrypted': 1 });
  });
});
