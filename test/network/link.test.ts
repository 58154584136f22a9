import { describe, expect, it } from 'vitest';
import { linkTypeId, linkTypeName } from '../../src/model/link-types.ts';
import { ETHERTYPE, LINK_TYPE } from '../../src/network/keys.ts';
import { LAYERS } from '../../src/network/layers.ts';
import {
  concat,
  decode,
  ethernet,
  ipv4,
  ipv6,
  ONE_SIP,
  SIP_OVER_UDP,
  u16,
  u32,
  vlan,
} from './packet-bytes.ts';

const IPV4 = ipv4(SIP_OVER_UDP);
const IPV6 = ipv6(SIP_OVER_UDP);

describe('Ethernet', () => {
  it('carries IPv4 and IPv6', () => {
    expect(decode(ethernet(0x0800, IPV4))).toMatchObject(ONE_SIP);
    expect(decode(ethernet(0x86dd, IPV6))).toMatchObject(ONE_SIP);
  });

  it('drops padding after the IP packet', () => {
    expect(decode(ethernet(0x0800, concat(IPV4, new Uint8Array(20))))).toMatchObject(ONE_SIP);
  });

  it('reads SNAP after an 802.3 length and counts other LLC', () => {
    const snap = concat([0xaa, 0xaa, 3, 0, 0, 0], u16(0x0800), IPV4);
    expect(decode(ethernet(snap.length, snap))).toMatchObject(ONE_SIP);
    expect(decode(ethernet(38, [0x42, 0x42, 3, 0, 0, 0, 0, 0])).unread).toEqual({ llc: 1 });
  });

  it('counts what it does not read by its EtherType', () => {
    expect(decode(ethernet(0x0806, new Uint8Array(28))).unread).toEqual({ 'ethertype-0x0806': 1 });
    expect(decode(new Uint8Array(13)).unread).toEqual({ 'ethernet-truncated': 1 });
  });
});

describe('VLAN tags', () => {
  it.each([
    ['802.1Q', ethernet(0x8100, vlan(7, 0x0800, IPV4))],
    ['QinQ 0x88a8', ethernet(0x88a8, vlan(7, 0x8100, vlan(9, 0x0800, IPV4)))],
    ['QinQ 0x8100', ethernet(0x8100, vlan(7, 0x8100, vlan(9, 0x86dd, IPV6)))],
    ['QinQ 0x9100', ethernet(0x9100, vlan(7, 0x8100, vlan(9, 0x0800, IPV4)))],
    [
      '802.3 inside',
      ethernet(0x8100, vlan(7, 60, concat([0xaa, 0xaa, 3, 0, 0, 0], u16(0x0800), IPV4))),
    ],
  ])('%s', (_, packet) => {
    expect(decode(packet)).toMatchObject(ONE_SIP);
  });

  it('make the points where a packet was seen differ', () => {
    const packets = [
      ethernet(0x0800, IPV4),
      ethernet(0x8100, vlan(7, 0x0800, IPV4)),
      ethernet(0x8100, vlan(8, 0x0800, IPV4)),
      ethernet(0x8100, vlan(7, 0x8100, vlan(8, 0x0800, IPV4))),
      ethernet(0x8100, vlan(8, 0x8100, vlan(7, 0x0800, IPV4))),
    ];
    const points = decode(...packets, {
      bytes: ethernet(0x0800, IPV4),
      interfaceId: 1,
    }).payloads.map((p) => p.point);
    expect(new Set(points).size).toBe(6);
    expect(points.every((point) => Number.isInteger(point) && point >= 0 && point < 2 ** 31)).toBe(
      true,
    );
  });

  it('that are cut are counted', () => {
    expect(decode(ethernet(0x8100, [0, 7])).unread).toEqual({ 'vlan-truncated': 1 });
  });

  it('stop at the depth cap', () => {
    let packet = IPV4;
    for (let tags = 0; tags < 60; tags += 1) packet = vlan(1, tags === 0 ? 0x0800 : 0x8100, packet);
    expect(decode(ethernet(0x8100, packet)).unread).toEqual({ 'layers-too-deep': 1 });
  });
});

describe('Linux cooked', () => {
  const sll = (protocol: number, payload: Uint8Array, direction = 0): Uint8Array =>
    concat(u16(direction), u16(1), u16(6), new Uint8Array(8), u16(protocol), payload);
  const sll2 = (protocol: number, payload: Uint8Array, index: number): Uint8Array =>
    concat(u16(protocol), u16(0), u32(index), u16(1), [0, 6], new Uint8Array(8), payload);

  it('SLL', () => {
    expect(decode({ bytes: sll(0x0800, IPV4), linkType: 113 })).toMatchObject(ONE_SIP);
    expect(decode({ bytes: sll(0x8100, vlan(3, 0x86dd, IPV6)), linkType: 113 })).toMatchObject(
      ONE_SIP,
    );
    expect(
      decode({ bytes: sll(4, concat([0xaa, 0xaa, 3, 0, 0, 0], u16(0x0800), IPV4)), linkType: 113 }),
    ).toMatchObject(ONE_SIP);
  });

  it('SLL2', () => {
    expect(decode({ bytes: sll2(0x86dd, IPV6, 3), linkType: 276 })).toMatchObject(ONE_SIP);
  });

  it('tells directions and interfaces apart', () => {
    const [a, b] = decode(
      { bytes: sll(0x0800, IPV4, 0), linkType: 113 },
      { bytes: sll(0x0800, IPV4, 4), linkType: 113 },
    ).payloads;
    expect(a?.point).not.toBe(b?.point);
    const [c, d] = decode(
      { bytes: sll2(0x0800, IPV4, 2), linkType: 276 },
      { bytes: sll2(0x0800, IPV4, 3), linkType: 276 },
    ).payloads;
    expect(c?.point).not.toBe(d?.point);
  });

  it('that is cut is counted', () => {
    expect(decode({ bytes: new Uint8Array(15), linkType: 113 }).unread).toEqual({
      'linux-cooked-truncated': 1,
    });
  });
});

describe('loopback and raw IP', () => {
  it.each([
    ['null, little-endian', 0, concat(u32(2, true), IPV4)],
    ['null, big-endian', 0, concat(u32(2), IPV4)],
    ['null, IPv6 of BSD', 0, concat(u32(24, true), IPV6)],
    ['null, IPv6 of FreeBSD', 0, concat(u32(28), IPV6)],
    ['null, IPv6 of Darwin', 0, concat(u32(30, true), IPV6)],
    ['loop', 108, concat(u32(2), IPV4)],
    ['raw', 101, IPV4],
    ['raw IPv6', 101, IPV6],
    ['DLT_RAW 12', 12, IPV4],
    ['DLT_RAW 14', 14, IPV6],
    ['IPv4', 228, IPV4],
    ['IPv6', 229, IPV6],
  ])('%s', (_, linkType, bytes) => {
    expect(decode({ bytes, linkType })).toMatchObject(ONE_SIP);
  });

  it('counts families and versions that it does not know', () => {
    expect(decode({ bytes: concat(u32(77), IPV4), linkType: 0 }).unread).toEqual({
      'loopback-family': 1,
    });
    expect(decode({ bytes: Uint8Array.of(0x50, 1), linkType: 101 }).unread).toEqual({
      'ip-version-wrong': 1,
    });
  });
});

describe('link types', () => {
  const read = LAYERS.flatMap((layer) => layer.keys)
    .filter((key) => key >= LINK_TYPE && key < ETHERTYPE)
    .map((key) => key - LINK_TYPE);

  it.each(read)('%i, which is read, has an id and a name', (linkType) => {
    expect(linkTypeId(linkType)).not.toMatch(/^link-type/);
    expect(linkTypeName(linkType)).not.toBe('');
  });

  it.each([
    [189, 'usb-linux'],
    [220, 'usb-linux-mmapped'],
    [249, 'usb-windows'],
    [187, 'bluetooth-hci'],
    [251, 'bluetooth-le'],
    [195, 'ieee802.15.4'],
    [227, 'can'],
    [147, 'user-0'],
    [252, 'wireshark-upper-pdu'],
  ])('%i, which is not read, is counted and has a name: %s', (linkType, id) => {
    expect(read).not.toContain(linkType);
    expect(linkTypeId(linkType)).toBe(id);
    expect(linkTypeName(linkType)).not.toBe('');
    expect(decode({ bytes: IPV4, linkType }).unread).toEqual({ [`link-type-${linkType}`]: 1 });
  });

  it('without a name keep their number', () => {
    expect([linkTypeId(65_000), linkTypeName(65_000)]).toEqual(['link-type-65000', '']);
  });
});

describe('unknown link types', () => {
  it('are counted by number', () => {
    expect(decode({ bytes: IPV4, linkType: 189 }, { bytes: IPV4, linkType: 189 }).unread).toEqual({
      'link-type-189': 2,
    });
  });

  it('are named up to a bound', () => {
    const wires = Array.from({ length: 200 }, (_, at) => ({ bytes: IPV4, linkType: 10_000 + at }));
    expect(Object.keys(decode(...wires).unread)).toHaveLength(65);
  });

  it('an empty packet is counted as such', () => {
    expect(decode(new Uint8Array(0)).unread).toEqual({ 'packet-empty': 1 });
  });
});
