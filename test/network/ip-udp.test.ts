import { describe, expect, it } from 'vitest';
import {
  concat,
  decode,
  ethernet,
  extension,
  ipv4,
  ipv6,
  latin1,
  ONE_SIP,
  SIP,
  SIP_OVER_UDP,
  udp,
} from './packet-bytes.ts';

const v4 = (bytes: Uint8Array): Uint8Array => ethernet(0x0800, bytes);
const v6 = (bytes: Uint8Array): Uint8Array => ethernet(0x86dd, bytes);

describe('IPv4', () => {
  it('gives addresses, ports, identification, TTL, time and place', () => {
    const packet = v4(ipv4(udp(SIP, { from: 5060, to: 5080 }), { id: 4711, ttl: 61 }));
    expect(decode(packet).payloads).toEqual([
      {
        data: latin1(SIP),
        from: '192.0.2.1:5060',
        to: '192.0.2.2:5080',
        missing: 0,
        time: 1_700_000_000_001_000,
        frame: 1,
        offset: 10_000 + 14 + 20 + 8,
        transport: 'udp',
        ipId: 4711,
        ttl: 61,
        point: 0,
      },
    ]);
  });

  it('skips options', () => {
    expect(decode(v4(ipv4(SIP_OVER_UDP, { options: [1, 1, 1, 1, 148, 4, 0, 0] })))).toMatchObject(
      ONE_SIP,
    );
  });

  it('takes a total length of 0 as offload', () => {
    expect(decode(v4(ipv4(SIP_OVER_UDP, { total: 0 })))).toMatchObject(ONE_SIP);
  });

  it('says how much the snap length cut', () => {
    const bytes = v4(ipv4(SIP_OVER_UDP));
    const { payloads } = decode({ bytes, captured: 14 + 20 + 8 + 10 });
    expect(payloads).toMatchObject([
      { data: latin1(SIP.subarray(0, 10)), missing: SIP.length - 10 },
    ]);
  });

  it.each([
    ['version 5', (p: Uint8Array) => p.fill(0x55, 0, 1), 'ip-version-wrong'],
    ['header length below 20', (p: Uint8Array) => p.fill(0x44, 0, 1), 'ip-length-wrong'],
    [
      'total length below the header',
      (p: Uint8Array) => p.fill(0, 2, 3).fill(19, 3, 4),
      'ip-length-wrong',
    ],
    [
      'header longer than the packet',
      (p: Uint8Array) => p.fill(0x4f, 0, 1).subarray(0, 40),
      'ipv4-truncated',
    ],
    ['cut header', (p: Uint8Array) => p.subarray(0, 19), 'ipv4-truncated'],
  ])('counts a %s', (_, damage, reason) => {
    expect(decode(v4(damage(ipv4(SIP_OVER_UDP))))).toMatchObject({
      payloads: [],
      unread: { [reason]: 1 },
    });
  });

  it('reads on when the total length exceeds the frame', () => {
    const { payloads, unread } = decode(
      v4(ipv4(udp(SIP, { length: SIP.length + 1008 }), { total: 28 + SIP.length + 1000 })),
    );
    expect(payloads).toMatchObject([{ data: latin1(SIP), missing: 1000 }]);
    expect(unread).toEqual({ 'ip-length-wrong': 1 });
  });

  it('counts other protocols by number', () => {
    expect(decode(v4(ipv4(new Uint8Array(8), { protocol: 1 }))).unread).toEqual({
      'ip-protocol-1': 1,
    });
  });
});

describe('IPv6', () => {
  it('gives addresses and hop limit, and no identification', () => {
    expect(decode(v6(ipv6(SIP_OVER_UDP, { hops: 3 }))).payloads).toMatchObject([
      {
        from: '20010db8000000000000000000000001:5060',
        to: '20010db8000000000000000000000002:5070',
        ipId: -1,
        ttl: 3,
      },
    ]);
  });

  it('steps over extension headers', () => {
    const chain = extension(43, 1, extension(60, 2, extension(17, 3, SIP_OVER_UDP)));
    expect(decode(v6(ipv6(chain, { next: 0 })))).toMatchObject(ONE_SIP);
  });

  it('takes a payload length of 0 as "all of it"', () => {
    expect(decode(v6(ipv6(SIP_OVER_UDP, { length: 0 })))).toMatchObject(ONE_SIP);
  });

  it('drops padding', () => {
    expect(decode(v6(concat(ipv6(SIP_OVER_UDP), new Uint8Array(9))))).toMatchObject(ONE_SIP);
  });

  it.each([
    ['cut header', ipv6(SIP_OVER_UDP).subarray(0, 39), 'ipv6-truncated'],
    [
      'cut extension header',
      ipv6(extension(17, 200, []).subarray(0, 100), { next: 60 }),
      'ipv6-extension-truncated',
    ],
    ['one-byte extension header', ipv6([17], { next: 60 }), 'ipv6-extension-truncated'],
    ['wrong version', concat([0x40], ipv6(SIP_OVER_UDP).subarray(1)), 'ip-version-wrong'],
  ])('counts a %s', (_, packet, reason) => {
    expect(decode(v6(packet))).toMatchObject({ payloads: [], unread: { [reason]: 1 } });
  });
});

describe('UDP', () => {
  it('takes a length of 0 as "to the end"', () => {
    expect(decode(v4(ipv4(udp(SIP, { length: 0 }))))).toMatchObject(ONE_SIP);
  });

  it('drops what lies beyond its length', () => {
    expect(decode(v4(ipv4(concat(SIP_OVER_UDP, new Uint8Array(6)))))).toMatchObject(ONE_SIP);
  });

  it.each([7, 65_535])('falls back on the IP length for a length of %i', (length) => {
    const { payloads, unread } = decode(v4(ipv4(udp(SIP, { length }))));
    expect(payloads).toMatchObject([{ data: latin1(SIP), missing: 0 }]);
    expect(unread).toEqual({ 'udp-length-wrong': 1 });
  });

  it('counts a cut header', () => {
    expect(decode(v4(ipv4(new Uint8Array(7)))).unread).toEqual({ 'udp-truncated': 1 });
  });

  it('hands on empty payloads', () => {
    expect(decode(v4(ipv4(udp([])))).payloads).toMatchObject([{ data: '', missing: 0 }]);
  });
});
