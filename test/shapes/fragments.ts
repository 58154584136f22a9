import { pcap, type Shape, traced } from './shape.ts';

const ORDERS = ['sent', 'reversed', 'overlapping', 'duplicated'] as const;

/** IP fragments in any order, of the packets themselves and of what they are carried in. */
export const FRAGMENT_SHAPES: readonly Shape[] = [
  ...ORDERS.map((order) => pcap(`IPv4 fragments, ${order}`, { fragments: { size: 128, order } })),
  ...ORDERS.map((order) =>
    traced(`IPv6 fragments, ${order}`, (flow) => flow(6), { fragments: { size: 128, order } }),
  ),
  pcap('IPv4 fragments of GTP-U', {
    tunnels: ['gtp-u'],
    fragments: { size: 256, of: 'outer', order: 'reversed' },
  }),
  pcap('IPv4 fragments inside VXLAN', { tunnels: ['vxlan'], fragments: { size: 256 } }),
  traced('IPv4 fragments of TCP segments', (flow) => flow(4, 'tcp'), {
    fragments: { size: 64, order: 'reversed' },
    tcp: { segment: 300 },
  }),
];
