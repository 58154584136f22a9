/** One packet for each way of hiding SIP_OVER_UDP in something else. */
import {
  concat,
  ethernet,
  extension,
  ipv4,
  ipv6,
  sctp,
  dataChunk,
  SIP,
  SIP_OVER_UDP,
  tcp,
  u16,
  u32,
  udp,
  vlan,
  type Wire,
} from './packet-bytes.ts';

export interface Sample extends Wire {
  readonly name: string;
}

const IP = ipv4(SIP_OVER_UDP);
const IP6 = ipv6(SIP_OVER_UDP);
const FRAME = ethernet(0x0800, IP);

const overIp = (protocol: number, payload: Uint8Array): Uint8Array =>
  ethernet(0x0800, ipv4(payload, { protocol, from: [10, 0, 0, 1], to: [10, 0, 0, 2] }));
const overUdp = (port: number, payload: Uint8Array, from = 50_000): Uint8Array =>
  overIp(17, udp(payload, { from, to: port }));
const overTunnelPort = (port: number, ...parts: (Uint8Array | number[])[]): Uint8Array =>
  overUdp(port, concat(...parts));

export const gre = (flags: number, type: number, ...parts: (Uint8Array | number[])[]): Uint8Array =>
  overIp(47, concat(u16(flags), u16(type), ...parts));

/** A label stack entry; the last one is at the bottom. */
export const label = (value: number, bottom: boolean): number[] =>
  u32(value * 4096 + (bottom ? 0x100 : 0) + 64);

/** ESP with NULL encryption: padding to four bytes, trailer, check value. */
export function esp(payload: Uint8Array, next: number, icv = 12, iv = 0): Uint8Array {
  const padding = -(payload.length + 2) & 3;
  return concat(
    u32(0xc0ffee01),
    u32(1),
    new Uint8Array(iv).fill(0x5a),
    payload,
    Array.from({ length: padding }, (_, at) => at + 1),
    [padding, next],
    new Uint8Array(icv).fill(0xa7),
  );
}

const ERSPAN_II = concat(u16(0x1007), u16(0x0001), u32(0));
const ERSPAN_III = concat(u16(0x2007), u16(0x0001), u32(0), u16(0), [0, 0]);
const ERSPAN_III_O = concat(u16(0x2007), u16(0x0001), u32(0), u16(0), [0, 1], new Uint8Array(8));

const WIFI_ADDRESSES = new Uint8Array(18);
const SNAP = concat([0xaa, 0xaa, 3, 0, 0, 0], u16(0x0800), IP);
const wifi = (control: number, ...parts: (Uint8Array | number[])[]): Uint8Array =>
  concat(u16(control, true), u16(0), WIFI_ADDRESSES, u16(0), ...parts);

const erf = (
  type: number,
  extensions: number,
  wire: number,
  ...parts: (Uint8Array | number[])[]
): Uint8Array =>
  concat(
    new Uint8Array(8),
    [extensions > 0 ? type | 0x80 : type, 1],
    u16(0),
    u16(0),
    u16(wire),
    ...Array.from({ length: extensions }, (_, at) =>
      concat([at + 1 < extensions ? 0x80 : 0], new Uint8Array(7)),
    ),
    ...parts,
  );

const pppoe = (payload: Uint8Array): Uint8Array =>
  concat([0x11, 0], u16(9), u16(payload.length), payload);

const GRE_FRAME = ipv4(concat(u16(0), u16(0x6558), FRAME), { protocol: 47 });
const GTP_WITH_GRE = overTunnelPort(2152, [0x30, 255], u16(GRE_FRAME.length), u32(1), GRE_FRAME);

export const TUNNELS: readonly Sample[] = [
  { name: 'IPv4 in IPv4', bytes: overIp(4, IP) },
  { name: 'IPv6 in IPv4', bytes: overIp(41, IP6) },
  { name: 'IPv4 in IPv6', bytes: ethernet(0x86dd, ipv6(IP, { next: 4 })) },
  {
    name: 'IPv6 in IPv6 behind options',
    bytes: ethernet(0x86dd, ipv6(extension(41, 1, IP6), { next: 60 })),
  },
  { name: 'GRE', bytes: gre(0, 0x0800, IP) },
  { name: 'GRE IPv6', bytes: gre(0, 0x86dd, IP6) },
  {
    name: 'GRE with checksum, key and sequence',
    bytes: gre(0xb000, 0x0800, u32(0), u32(7), u32(1), IP),
  },
  { name: 'NVGRE', bytes: gre(0x2000, 0x6558, u32(0x123456), FRAME) },
  { name: 'GRE MPLS', bytes: gre(0, 0x8847, label(3, true), IP) },
  { name: 'PPTP', bytes: gre(0x3081, 0x880b, u32(0), u32(1), u32(2), [0xff, 3], u16(0x21), IP) },
  { name: 'ERSPAN I', bytes: gre(0, 0x88be, FRAME) },
  { name: 'ERSPAN II', bytes: gre(0x1000, 0x88be, u32(1), ERSPAN_II, FRAME) },
  { name: 'ERSPAN III', bytes: gre(0x1000, 0x22eb, u32(1), ERSPAN_III, FRAME) },
  {
    name: 'ERSPAN III of IP',
    bytes: gre(0x1000, 0x22eb, u32(1), concat(ERSPAN_III.slice(0, 10), [8, 0]), IP),
  },
  { name: 'ERSPAN III with a subheader', bytes: gre(0x1000, 0x22eb, u32(1), ERSPAN_III_O, FRAME) },
  { name: 'MPLS', bytes: ethernet(0x8847, concat(label(16, false), label(17, true), IP)) },
  { name: 'MPLS IPv6', bytes: ethernet(0x8848, concat(label(16, true), IP6)) },
  { name: 'MPLS pseudo-wire', bytes: ethernet(0x8847, concat(label(16, true), u32(0), FRAME)) },
  {
    name: 'MPLS pseudo-wire without control word',
    bytes: ethernet(0x8847, concat(label(16, true), FRAME)),
  },
  {
    name: 'MPLS pseudo-wire without control word, address from zero',
    bytes: ethernet(0x8847, concat(label(16, true), [0], FRAME.subarray(1))),
  },
  ...[
    [0x48, 0x5b, 0x39],
    [0x64, 0x00, 0x6a],
    [0x45, 0x00, 0x00],
  ].map((maker) => ({
    name: `MPLS pseudo-wire without control word, address from ${maker.join(' ')}`,
    bytes: ethernet(0x8847, concat(label(16, true), maker, FRAME.subarray(3))),
  })),
  { name: 'MPLS link type', linkType: 219, bytes: concat(label(16, true), IP) },
  { name: 'VXLAN', bytes: overTunnelPort(4789, [8, 0, 0, 0], u32(0x12345600), FRAME) },
  {
    name: 'VXLAN on the old port',
    bytes: overTunnelPort(8472, [8, 0, 0, 0], u32(0x12345600), FRAME),
  },
  {
    name: 'VXLAN with group policy',
    bytes: overTunnelPort(4789, [0x88, 8, 0, 5], u32(256), FRAME),
  },
  { name: 'VXLAN-GPE', bytes: overTunnelPort(4790, [0x0c, 0, 0, 1], u32(0x12345600), IP) },
  {
    name: 'VXLAN with a VLAN inside',
    bytes: overTunnelPort(4789, [8, 0, 0, 0], u32(256), ethernet(0x8100, vlan(5, 0x0800, IP))),
  },
  { name: 'GENEVE', bytes: overTunnelPort(6081, [0, 0], u16(0x6558), u32(256), FRAME) },
  {
    name: 'GENEVE with options',
    bytes: overTunnelPort(6081, [2, 0], u16(0x0800), u32(256), new Uint8Array(8), IP),
  },
  { name: 'GTP-U', bytes: overTunnelPort(2152, [0x30, 255], u16(IP.length), u32(99), IP) },
  {
    name: 'GTP-U towards the other port',
    bytes: overUdp(33_000, concat([0x30, 255], u16(IP6.length), u32(99), IP6), 2152),
  },
  {
    name: 'GTP-U with a sequence number',
    bytes: overTunnelPort(2152, [0x32, 255], u16(IP.length + 4), u32(99), u32(0), IP),
  },
  {
    name: 'GTP-U with extension headers',
    bytes: overTunnelPort(
      2152,
      [0x34, 255],
      u16(IP.length + 16),
      u32(99),
      [0, 0, 0, 0x85],
      [1, 0, 0, 0x85],
      [2, 0, 0, 0, 0, 0, 0, 0],
      IP,
    ),
  },
  {
    name: 'L2TP',
    bytes: overTunnelPort(1701, u16(0x0002), u16(1), u16(2), [0xff, 3], u16(0x21), IP),
  },
  {
    name: 'L2TP with length, sequence and offset',
    bytes: overTunnelPort(
      1701,
      u16(0x4a02),
      u16(0),
      u16(1),
      u16(2),
      u32(0),
      u16(3),
      [9, 9, 9],
      [0x21],
      IP,
    ),
  },
  { name: 'L2TPv3', bytes: overIp(115, concat(u32(5), u32(0), FRAME)) },
  { name: 'L2TPv3 without cookie', bytes: overIp(115, concat(u32(5), FRAME)) },
  { name: 'L2TPv3 over UDP', bytes: overTunnelPort(1701, u16(3), u16(0), u32(5), u32(0), FRAME) },
  { name: 'TZSP', bytes: overTunnelPort(37_008, [1, 0], u16(1), [0, 0x0a, 1, 99, 1], FRAME) },
  { name: 'TZSP 802.11', bytes: overTunnelPort(37_008, [1, 0], u16(18), [1], wifi(0x0108, SNAP)) },
  { name: 'MPLS in UDP', bytes: overTunnelPort(6635, label(9, false), label(16, true), IP) },
  { name: 'MPLS in UDP, IPv6', bytes: overTunnelPort(6635, label(16, true), IP6) },
  {
    name: 'MPLS pseudo-wire in UDP',
    bytes: overTunnelPort(6635, label(16, true), u32(0), FRAME),
  },
  { name: 'SCTP in UDP', bytes: overTunnelPort(9899, sctp(dataChunk(SIP))) },
  { name: 'Teredo', bytes: overTunnelPort(3544, IP6) },
  {
    name: 'Teredo with authentication and origin',
    bytes: overTunnelPort(
      3544,
      [0, 1, 2, 3, 9, 9, 8, 8, 8],
      new Uint8Array(9),
      [0, 0],
      u16(5),
      u32(6),
      IP6,
    ),
  },
  { name: 'PPPoE', bytes: ethernet(0x8864, pppoe(concat(u16(0x21), IP))) },
  {
    name: 'PPPoE IPv6, padded',
    bytes: concat(ethernet(0x8864, pppoe(concat(u16(0x57), IP6))), new Uint8Array(9)),
  },
  { name: 'PPPoE link type', linkType: 51, bytes: pppoe(concat([0x21], IP)) },
  { name: 'PPP', linkType: 9, bytes: concat([0xff, 3], u16(0x21), IP) },
  { name: 'PPP without framing', linkType: 9, bytes: concat(u16(0x57), IP6) },
  { name: 'PPP HDLC', linkType: 50, bytes: concat([0xff, 3, 0x21], IP) },
  { name: 'PPP with direction', linkType: 166, bytes: concat([0, 0xff, 3], u16(0x21), IP) },
  { name: 'PPP MPLS', linkType: 9, bytes: concat(u16(0x0281), label(16, true), IP) },
  { name: 'Cisco HDLC', linkType: 104, bytes: concat([0x0f, 0], u16(0x0800), IP) },
  {
    name: 'AH',
    bytes: overIp(51, concat([17, 4], u16(0), u32(1), u32(1), new Uint8Array(12), SIP_OVER_UDP)),
  },
  {
    name: 'AH in IPv6',
    bytes: ethernet(
      0x86dd,
      ipv6(concat([17, 4], u16(0), u32(1), u32(1), new Uint8Array(12), SIP_OVER_UDP), { next: 51 }),
    ),
  },
  { name: 'ESP-NULL, 12-byte check value', bytes: overIp(50, esp(SIP_OVER_UDP, 17)) },
  { name: 'ESP-NULL, 16-byte check value', bytes: overIp(50, esp(SIP_OVER_UDP, 17, 16)) },
  { name: 'ESP-NULL, no check value', bytes: overIp(50, esp(SIP_OVER_UDP, 17, 0)) },
  { name: 'ESP-NULL tunnel', bytes: overIp(50, esp(IP, 4)) },
  { name: 'ESP-NULL tunnel, IPv6', bytes: overIp(50, esp(IP6, 41, 32)) },
  { name: 'AES-GMAC', bytes: overIp(50, esp(SIP_OVER_UDP, 17, 16, 8)) },
  { name: 'ESP-NULL in UDP', bytes: overUdp(4500, esp(SIP_OVER_UDP, 17)) },
  { name: '802.11', linkType: 105, bytes: wifi(0x0108, SNAP) },
  { name: '802.11 QoS', linkType: 105, bytes: wifi(0x0288, u16(0), SNAP) },
  { name: '802.11 QoS with HT control', linkType: 105, bytes: wifi(0x8288, u16(0), u32(0), SNAP) },
  {
    name: '802.11 between access points',
    linkType: 105,
    bytes: wifi(0x0388, new Uint8Array(6), u16(0), SNAP),
  },
  {
    name: 'radiotap',
    linkType: 127,
    bytes: concat([0, 0], u16(8, true), u32(0), wifi(0x0108, SNAP)),
  },
  {
    name: 'radiotap with padding',
    linkType: 127,
    bytes: concat(
      [0, 0],
      u16(28, true),
      u32(0x8000_0003, true),
      u32(0),
      u32(0),
      new Uint8Array(8),
      [0x20],
      new Uint8Array(3),
      wifi(0x0288, u16(0), u16(0), SNAP),
    ),
  },
  {
    name: 'PPI',
    linkType: 192,
    bytes: concat([0, 0], u16(12, true), u32(105, true), u32(0), wifi(0x0108, SNAP)),
  },
  {
    name: 'PKTAP',
    linkType: 258,
    bytes: concat(u32(16, true), u32(1, true), u32(1, true), u32(0), FRAME),
  },
  {
    name: 'NFLOG',
    linkType: 239,
    bytes: concat(
      [2, 0, 0, 0],
      u16(6, true),
      u16(10, true),
      [65, 0, 0, 0],
      u16(4 + IP.length, true),
      u16(9, true),
      IP,
    ),
  },
  { name: 'ERF Ethernet', linkType: 197, bytes: erf(2, 0, FRAME.length, [0, 0], FRAME) },
  {
    name: 'ERF Ethernet with extension headers',
    linkType: 197,
    bytes: erf(2, 2, FRAME.length, [0, 0], FRAME),
  },
  { name: 'ERF IPv4', linkType: 197, bytes: erf(22, 0, IP.length, IP) },
  { name: 'ERF Cisco HDLC', linkType: 197, bytes: erf(1, 0, 0, [0x0f, 0], u16(0x0800), IP) },
  { name: 'ERF PPP', linkType: 197, bytes: erf(1, 0, 0, [0xff, 3], u16(0x21), IP) },
  {
    name: 'everything at once',
    bytes: ethernet(0x88a8, vlan(1, 0x8847, concat(label(9, true), GTP_WITH_GRE.subarray(14)))),
  },
];

export const STREAMS: readonly Sample[] = [
  { name: 'TCP', bytes: overIp(6, tcp(SIP)) },
  {
    name: 'SCTP',
    bytes: overIp(132, sctp(dataChunk(SIP), dataChunk(SIP, { flags: 2, sequence: 2 }))),
  },
  {
    name: 'IPv4 fragment',
    bytes: ethernet(0x0800, ipv4(SIP_OVER_UDP.subarray(0, 24), { more: true })),
  },
];
