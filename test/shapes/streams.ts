import { type HepOptions, inHep, type PcapOptions } from '../../fixtures/dsl/index.ts';
import { type Shape, traced } from './shape.ts';

const tcp = (name: string, tcpOptions: PcapOptions['tcp'] = {}, options: PcapOptions = {}): Shape =>
  traced(`TCP, ${name}`, (flow) => flow(4, 'tcp'), { tcp: tcpOptions, ...options });

const sctp = (name: string, sctpOptions: PcapOptions['sctp'], options: PcapOptions = {}): Shape =>
  traced(`SCTP, ${name}`, (flow) => flow(4, 'sctp'), { sctp: sctpOptions ?? {}, ...options });

const ws = (name: string, wsOptions: PcapOptions['ws'] = {}, options: PcapOptions = {}): Shape =>
  traced(`WebSocket, ${name}`, (flow) => flow(4, 'ws'), { ws: wsOptions, ...options });

const hep = (name: string, hepOptions: HepOptions, options: PcapOptions = {}): Shape =>
  traced(`HEP, ${name}`, (flow) => inHep(flow(), hepOptions), options);

/** Transports that are more than a datagram a message. TLS gets its rows here. */
export const STREAM_SHAPES: readonly Shape[] = [
  tcp('one message a segment'),
  tcp('several messages a segment', { coalesce: 0 }),
  ...[1, 7, 64, 500].map((segment) => tcp(`split at every ${segment} bytes`, { segment })),
  tcp('segments of a message reversed', { segment: 100, reversed: true }),
  tcp('every segment twice', { segment: 200, retransmit: true }),
  tcp('established before the capture', { begin: 'established', segment: 200 }),
  tcp('begins inside a message', { begin: 'inside' }),
  tcp('opened after its first data', { begin: 'late', segment: 200, reversed: true }),
  tcp('established before the capture, reversed', {
    begin: 'established',
    segment: 100,
    reversed: true,
  }),
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
  ws('one message a frame'),
  ws('fragmented around pings', { fragment: 50, pings: true }, { tcp: { segment: 77 } }),
  ws('without its handshake', { inside: true }, { tcp: { begin: 'established' } }),
  ws('permessage-deflate', { deflate: 'no-takeover' }),
  ws(
    'permessage-deflate with context takeover, fragmented',
    { deflate: 'takeover', fragment: 100 },
    { tcp: { segment: 150, reversed: true } },
  ),
  hep('version 1 over UDP', { version: 1 }),
  hep('version 2 over UDP', { version: 2, delay: 400 }),
  hep('version 3 over UDP', { delay: 1500 }),
  hep('version 3 over TCP', { over: 'tcp' }, { tcp: { segment: 300, retransmit: true } }),
  hep('version 3, compressed', { compressed: true }),
  traced('HEP, version 3 about IPv6', (flow) => inHep(flow(6))),
  traced('HEP, version 2 about IPv6', (flow) => inHep(flow(6), { version: 2 })),
  sctp('whole messages', {}),
  sctp('behind acknowledgements', { sack: true }),
  sctp('over UDP, fragmented', { fragment: 100, udp: 9899 }),
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
  hep('version 3 in VXLAN, fragmented', {}, { tunnels: ['vxlan'], fragments: { size: 400 } }),
];
