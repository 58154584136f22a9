/** One good packet per layer, for the tests that damage them. */
import {
  concat,
  ethernet,
  extension,
  ipv4,
  ipv6,
  SIP,
  SIP_OVER_UDP,
  text,
  u16,
  u32,
  udp,
  vlan,
} from './packet-bytes.ts';
import { type Sample, STREAMS, TUNNELS } from './tunnel-packets.ts';

const inUdp = (payload: Uint8Array): Uint8Array =>
  ethernet(0x0800, ipv4(udp(payload, { to: 9060 })));

export const SAMPLES: readonly Sample[] = [
  { name: 'IPv4', bytes: ethernet(0x0800, ipv4(SIP_OVER_UDP, { options: [1, 1, 1, 1] })) },
  {
    name: 'IPv6',
    bytes: ethernet(0x86dd, ipv6(extension(60, 2, extension(17, 1, SIP_OVER_UDP)), { next: 0 })),
  },
  { name: 'VLAN', bytes: ethernet(0x88a8, vlan(7, 0x8100, vlan(9, 0x0800, ipv4(SIP_OVER_UDP)))) },
  {
    name: 'SLL',
    linkType: 113,
    bytes: concat(u16(0), u16(1), u16(6), new Uint8Array(8), u16(0x0800), ipv4(SIP_OVER_UDP)),
  },
  { name: 'null', linkType: 0, bytes: concat(u32(2, true), ipv4(SIP_OVER_UDP)) },
  {
    name: 'HEP version 2',
    bytes: inUdp(
      concat([2, 16, 2, 17], u16(1), u16(2), new Uint8Array(8), u32(1.6e9), u32(1), u32(0), SIP),
    ),
  },
  {
    name: 'HEP version 3',
    bytes: inUdp(
      concat(
        text('HEP3'),
        u16(22 + SIP.length),
        [0, 0, 0, 9, 0, 10],
        u32(1.6e9),
        [0, 0, 0, 15],
        u16(6 + SIP.length),
        SIP,
      ),
    ),
  },
  {
    name: 'ICMP',
    bytes: ethernet(
      0x0800,
      ipv4(concat([3, 3], new Uint8Array(6), ipv4(SIP_OVER_UDP)), { protocol: 1 }),
    ),
  },
  ...TUNNELS,
  ...STREAMS,
];
