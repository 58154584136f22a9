import type { PcapOptions } from '../../fixtures/dsl/index.ts';
import { type Shape, traced } from './shape.ts';

const tcp = (name: string, tcpOptions: PcapOptions['tcp'] = {}, options: PcapOptions = {}): Shape =>
  traced(`TCP, ${name}`, (flow) => flow(4, 'tcp'), { tcp: tcpOptions, ...options });

const sctp = (name: string, sctpOptions: PcapOptions['sctp'], options: PcapOptions = {}): Shape =>
  traced(`SCTP, ${name}`, (flow) => flow(4, 'sctp'), { sctp: sctpOptions ?? {}, ...options });

/** Transports that are more than a datagram a message. WebSocket, HEP and TLS get their rows here. */
export const STREAM_SHAPES: readonly Shape[] = [
  tcp('one message a segment'),
  tcp('several messages a segment', { coalesce: 0 }),
  ...[1, 7, 64, 500].map((segment) => tcp(`split at every ${segment} bytes`, { segment })),
  tcp('segments of a message reversed', { segment: 100, reversed: true }),
  tcp('every segment twice', { segment: 200, retransmit: true }),
  tcp('established before the capture', { begin: 'established', segment: 200 }),
  tcp('begins inside a message', { begin: 'inside' }),
  tcp('keep-alives of their own', { keepAlive: 'apart' }),
  tcp('keep-alives in front', { keepAlive: 'in-front', segment: 3 }),
  tcp('ends in resets', { finish: 'rst' }),
  tcp('never ends', { finish: 'open', segment: 333 }),
  tcp(
    'in IPv4 in ERSPAN II, big-endian',
    { segment: 100 },
    {
      tunnels: ['erspan-2'],
      endian: 'big',
    },
  ),
  traced('TCP over IPv6 in 6in4', (flow) => flow(6, 'tcp'), { tunnels: ['in-ipv4'] }),
  sctp('whole messages', {}),
  sctp('behind acknowledgements', { sack: true }),
  sctp('fragmented', { fragment: 100 }),
  sctp('fragmented and reversed', { fragment: 100, order: 'reversed' }),
  sctp(
    'over QinQ, fragmented by IP too',
    { fragment: 300 },
    {
      tunnels: ['qinq'],
      fragments: { size: 96 },
    },
  ),
];
