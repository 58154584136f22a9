import type { Transport } from '../../model/packet.ts';

/** IP protocol numbers as capture agents send them; those for TLS and WebSocket are borrowed, as Kamailio and OpenSIPS do. */
const TRANSPORTS: Readonly<Record<number, Transport>> = {
  6: 'tcp',
  17: 'udp',
  22: 'tls',
  50: 'ws',
  132: 'sctp',
};

export function hepTransport(protocol: number): Transport {
  return TRANSPORTS[protocol] ?? 'unknown';
}

/** Address families of the systems that agents run on: Linux, BSD, macOS, Solaris. */
const IPV6_FAMILIES = [10, 23, 24, 26, 28, 30];

/** Address length of a family, 0 when it is neither IPv4 nor IPv6. */
export function familyLength(family: number): 0 | 4 | 16 {
  if (family === 2) return 4;
  return IPV6_FAMILIES.includes(family) ? 16 : 0;
}
