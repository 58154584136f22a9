/** One good packet per layer, for the tests that damage them. */
import {
  concat,
  ethernet,
  extension,
  ipv4,
  ipv6,
  SIP_OVER_UDP,
  u16,
  u32,
  vlan,
} from './packet-bytes.ts';
import { type Sample, STREAMS, TUNNELS } from './tunnel-packets.ts';

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
  ...TUNNELS,
  ...STREAMS,
];
