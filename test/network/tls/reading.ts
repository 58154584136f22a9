/** Runs of a recorded session through the TLS protocol, and what came out. */
import { nodeCrypto } from '../../../src/input/node-crypto.ts';
import type { Payload } from '../../../src/model/packet.ts';
import type { TlsHandshakeFact } from '../../../src/model/transport-fact.ts';
import { UnreadTally } from '../../../src/model/unread.ts';
import { NO, type StreamProtocol, YES } from '../../../src/network/stream/protocol.ts';
import { StreamRegistry } from '../../../src/network/stream/registry.ts';
import type { StreamEnd, StreamFlow } from '../../../src/network/stream/stream-sink.ts';
import { KeyLog } from '../../../src/network/tls/key-log.ts';
import { tls } from '../../../src/network/tls/protocol.ts';
import type { Run } from './loopback.ts';

export interface Read {
  /** Cleartext by direction; `«n»` marks a gap of n bytes. */
  client: string;
  server: string;
  /** What else was given to the protocol of last resort. */
  other: number;
  readonly transports: Set<string>;
  readonly ends: string[];
  readonly facts: TlsHandshakeFact[];
  readonly unread: Record<string, number>;
}

/** A piece of the stream, or a hole of so many bytes. */
export type Piece = Run | { readonly fromClient: boolean; readonly gap: number };

export interface ReadOptions {
  readonly end?: StreamEnd;
  readonly fromStart?: boolean;
  readonly crypto?: typeof nodeCrypto | undefined;
  /** Addresses to which connections are not expected to carry SIP. */
  readonly unexpected?: boolean;
  readonly oneWay?: boolean;
}

export function flowOf(fromClient: boolean, fromStart: boolean): StreamFlow {
  const [client, server] = [
    [192, 0, 2, 1],
    [192, 0, 2, 2],
  ] as const;
  return {
    id: fromClient ? 0 : 1,
    transport: 'tcp',
    depth: 0,
    addresses: Uint8Array.from(fromClient ? [...client, ...server] : [...server, ...client]),
    addressLength: 4,
    sourcePort: fromClient ? 40_000 : 5061,
    destinationPort: fromClient ? 5061 : 40_000,
    point: 0,
    fromStart,
    opposite: undefined,
    retransmitted: 0,
    outOfOrder: 0,
    ignored: false,
    carriesSip: false,
  };
}

export function read(pieces: readonly Piece[], keyLog: string, options: ReadOptions = {}): Read {
  const { end = 'fin', fromStart = true, unexpected = false, oneWay = false } = options;
  const crypto = 'crypto' in options ? options.crypto : nodeCrypto;
  const out = {
    client: '',
    server: '',
    other: 0,
    transports: new Set<string>(),
    ends: [] as string[],
    facts: [] as TlsHandshakeFact[],
  };
  const keys = new KeyLog();
  keys.add(keyLog);
  const unread = new UnreadTally();
  const add = (flow: StreamFlow, text: string): void => {
    if (flow.depth === 0) out.other += text.length;
    else out[flow.sourcePort === 5061 ? 'server' : 'client'] += text;
  };
  const last: StreamProtocol = {
    id: 'last',
    open: () => ({
      sniff: (_bytes, _start, _end, flow) => (flow.depth > 0 ? YES : NO),
      connect: () => ({
        found: true,
        data(flow, run) {
          out.transports.add(run.transport);
          add(flow, Buffer.from(run.bytes.subarray(run.start, run.end)).toString('latin1'));
        },
        gap: (flow, length) => add(flow, `«${length}»`),
        close: (flow, how) => out.ends.push(`${flow.depth} ${how}`),
      }),
    }),
  };
  const registry = new StreamRegistry([tls(keys, crypto), last], {
    unread,
    payloads: { payload: () => undefined },
    recognises: () => false,
    facts: {
      fact: (fact) => out.facts.push(fact as TlsHandshakeFact),
      learn: () => undefined,
      expects: () => !unexpected,
    },
  });
  const client = flowOf(true, fromStart);
  const server = flowOf(false, fromStart);
  if (!oneWay) {
    Object.assign(client, { opposite: server });
    Object.assign(server, { opposite: client });
  }
  registry.open(client);
  registry.open(server);
  pieces.forEach((piece, at) => {
    const flow = piece.fromClient ? client : server;
    if (flow.ignored) return;
    if ('gap' in piece) registry.gap(flow, piece.gap, at + 1);
    else registry.data(flow, runOf(flow, piece.bytes, at));
  });
  registry.close(client, end);
  registry.close(server, end);
  registry.end();
  return {
    ...out,
    unread: Object.fromEntries(unread.list().map(({ reason, count }) => [reason, count])),
  };
}

/** The bytes lie in a buffer that is overwritten afterwards, as a reader's is. */
const shared = Buffer.alloc(1 << 18, 0xaa);

export function runOf(flow: StreamFlow, bytes: Uint8Array, at: number): Payload {
  shared.fill(0xaa);
  shared.set(bytes, 7);
  return {
    bytes: shared,
    start: 7,
    end: 7 + bytes.length,
    missing: 0,
    time: 1_700_000_000_000_000 + at * 1000,
    frame: at + 1,
    offset: at * 100,
    transport: 'tcp',
    addressBytes: flow.addresses,
    sourceAt: 0,
    destinationAt: 4,
    addressLength: 4,
    sourcePort: flow.sourcePort,
    destinationPort: flow.destinationPort,
    ipId: -1,
    ttl: -1,
    point: 0,
  };
}

/** The same bytes in pieces of `size`. */
export function chopped(runs: readonly Run[], size: number): Run[] {
  return runs.flatMap(({ fromClient, bytes }) =>
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => ({
      fromClient,
      bytes: bytes.subarray(at * size, (at + 1) * size),
    })),
  );
}
