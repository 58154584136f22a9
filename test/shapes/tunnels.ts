import { TUNNELS, type TunnelName } from '../../fixtures/dsl/index.ts';
import { pcap, pcapng, type Shape, traced } from './shape.ts';

/** Teredo carries IPv6 only. */
const NAMES = (Object.keys(TUNNELS) as TunnelName[]).filter((name) => name !== 'teredo');

/** Every tag and tunnel, then some inside others. */
export const TUNNEL_SHAPES: readonly Shape[] = [
  ...NAMES.map((name) => pcap(`tunnel ${name}`, { tunnels: [name] })),
  ...(['in-ipv4', 'in-ipv6', 'gtp-u', 'vxlan', 'mpls', 'pppoe', 'esp-null', 'teredo'] as const).map(
    (name) => traced(`tunnel ${name}, IPv6 inside`, (flow) => flow(6), { tunnels: [name] }),
  ),
  pcap('tunnels: GTP-U in QinQ on SLL2', { tunnels: ['gtp-u-extension', 'qinq'], link: 'sll2' }),
  pcap('tunnels: ESP-NULL in GRE in MPLS', { tunnels: ['esp-null', 'gre', 'mpls'] }),
  pcap('tunnels: AH in 4in6 in VXLAN in 802.1Q', {
    tunnels: ['ah', 'in-ipv6', 'vxlan', 'vlan'],
  }),
  pcap('tunnels: MPLS over PPP', { tunnels: ['mpls'], link: 'ppp' }),
  pcapng('tunnels: ERSPAN III in big-endian pcapng, ns', {
    tunnels: ['erspan-3'],
    endian: 'big',
    interfaces: [{ tsresol: 9 }],
  }),
];
