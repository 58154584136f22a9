/** Packet layers as functions from what they carry to bytes, and a decoder run over such packets. */
import type { Packet, Payload } from '../../src/model/packet.ts';
import { UnreadTally } from '../../src/model/unread.ts';
import { PacketDecoder } from '../../src/network/decoder.ts';
import type { FragmentLoss } from '../../src/network/ip/fragment-sink.ts';
import type { StreamEnd, StreamFlow } from '../../src/network/stream/stream-sink.ts';
import { concat, text, u16, u32 } from '../capture/capture-bytes.ts';

export { concat, text, u16, u32 };

type Bytes = Uint8Array | readonly number[];

export const SIP = text('OPTIONS sip:bob@example.com SIP/2.0\r\n\r\n');

export function ethernet(type: number, payload: Bytes): Uint8Array {
  return concat([2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1], u16(type), payload);
}

export function vlan(id: number, type: number, payload: Bytes): Uint8Array {
  return concat(u16(0x6000 | id), u16(type), payload);
}

export interface Ipv4Shape {
  readonly protocol?: number;
  readonly id?: number;
  readonly ttl?: number;
  readonly options?: readonly number[];
  /** Total length; the true one when left out. */
  readonly total?: number;
  /** Fragment offset in bytes, a multiple of 8. */
  readonly offset?: number;
  readonly more?: boolean;
  readonly from?: readonly number[];
  readonly to?: readonly number[];
}

export function ipv4(payload: Bytes, shape: Ipv4Shape = {}): Uint8Array {
  const { protocol = 17, id = 1, ttl = 64, options = [], offset = 0, more = false } = shape;
  const { from = [192, 0, 2, 1], to = [192, 0, 2, 2] } = shape;
  const header = 20 + options.length;
  return concat(
    [0x40 | (header / 4), 0],
    u16(shape.total ?? header + payload.length),
    u16(id),
    u16((more ? 0x2000 : 0) | (offset / 8)),
    [ttl, protocol, 0, 0],
    from,
    to,
    options,
    payload,
  );
}

export interface Ipv6Shape {
  readonly next?: number;
  readonly hops?: number;
  readonly length?: number;
}

export const V6_FROM = [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
export const V6_TO = [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2];

export function ipv6(payload: Bytes, shape: Ipv6Shape = {}): Uint8Array {
  const { next = 17, hops = 64, length = payload.length } = shape;
  return concat([0x60, 0, 0, 0], u16(length), [next, hops], V6_FROM, V6_TO, payload);
}

/** An IPv6 extension header of the common layout, `units` × 8 bytes long. */
export function extension(next: number, units: number, payload: Bytes): Uint8Array {
  return concat([next, units - 1], new Uint8Array(units * 8 - 2), payload);
}

export interface UdpShape {
  readonly from?: number;
  readonly to?: number;
  readonly length?: number;
}

export function udp(payload: Bytes, shape: UdpShape = {}): Uint8Array {
  const { from = 5060, to = 5070, length = payload.length + 8 } = shape;
  return concat(u16(from), u16(to), u16(length), u16(0), payload);
}

/** The everyday packet. */
export const SIP_OVER_UDP = udp(SIP);

export interface SeenPayload {
  readonly data: string;
  readonly from: string;
  readonly to: string;
  readonly missing: number;
  readonly time: number;
  readonly frame: number;
  readonly offset: number;
  readonly transport: string;
  readonly ipId: number;
  readonly ttl: number;
  readonly point: number;
}

export function seen(payload: Payload): SeenPayload {
  const { bytes, start, end, missing, time, frame, offset, transport, ipId, ttl, point } = payload;
  return {
    data: latin1(bytes.subarray(start, end)),
    from: `${address(payload, payload.sourceAt)}:${payload.sourcePort}`,
    to: `${address(payload, payload.destinationAt)}:${payload.destinationPort}`,
    missing,
    time,
    frame,
    offset,
    transport,
    ipId,
    ttl,
    point,
  };
}

function address(payload: Payload, at: number): string {
  const bytes = payload.addressBytes.subarray(at, at + payload.addressLength);
  return payload.addressLength === 4 ? bytes.join('.') : Buffer.from(bytes).toString('hex');
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

export interface Wire {
  readonly bytes: Uint8Array;
  /** Captured bytes; all of them when left out. */
  readonly captured?: number;
  readonly linkType?: number;
  readonly time?: number;
  readonly interfaceId?: number;
}

export interface Decoded {
  readonly payloads: SeenPayload[];
  /** TCP streams in order of appearance; `«n»` marks a gap of n bytes. */
  readonly streams: SeenStream[];
  readonly losses: FragmentLoss[];
  /** reason → count. */
  readonly unread: { [reason: string]: number };
}

export interface SeenStream {
  data: string;
  /** [frame, first byte of the run, its source offset]. */
  readonly runs: [number, string, number][];
  end: StreamEnd | 'open';
  readonly flow: StreamFlow;
}

/** Bytes put before each packet, so that nothing can rely on packets starting at 0. */
const LEAD = 5;

export function asPacket(wire: Wire, frame: number): Packet {
  const captured = wire.captured ?? wire.bytes.length;
  return {
    bytes: concat(new Uint8Array(LEAD).fill(0xaa), wire.bytes.subarray(0, captured), [0xbb, 0xbb]),
    start: LEAD,
    end: LEAD + captured,
    wireLength: wire.bytes.length,
    time: wire.time ?? 1_700_000_000_000_000 + frame * 1000,
    linkType: wire.linkType ?? 1,
    frame,
    offset: frame * 10_000,
    interfaceId: wire.interfaceId ?? 0,
  };
}

export function decode(...wires: readonly (Wire | Uint8Array)[]): Decoded {
  const payloads: SeenPayload[] = [];
  const streams: SeenStream[] = [];
  const losses: FragmentLoss[] = [];
  const unread = new UnreadTally();
  const decoder = new PacketDecoder({
    unread,
    payloads: { payload: (payload) => payloads.push(seen(payload)) },
    fragments: {
      fragment: () => undefined,
      completed: () => undefined,
      fragmentLoss: (loss) => losses.push(loss),
    },
    streams: {
      open: (flow) => streams.push({ data: '', runs: [], end: 'open', flow }),
      data(flow, run) {
        const stream = streams[flow.id]!;
        const { data, frame, offset } = seen(run);
        stream.data += data;
        stream.runs.push([frame, data.slice(0, 1), offset]);
      },
      gap: (flow, length) => (streams[flow.id]!.data += `«${length}»`),
      close: (flow, how) => (streams[flow.id]!.end = how),
    },
  });
  wires.forEach((wire, at) =>
    decoder.packet(asPacket(wire instanceof Uint8Array ? { bytes: wire } : wire, at + 1)),
  );
  decoder.end();
  return {
    payloads,
    streams,
    losses,
    unread: Object.fromEntries(unread.list().map((entry) => [entry.reason, entry.count])),
  };
}

/** The packet's SIP text, once, with nothing left unread. */
export const ONE_SIP = { payloads: [{ data: latin1(SIP) }], unread: {} };

export interface TcpShape {
  readonly from?: number;
  readonly to?: number;
  readonly seq?: number;
  /** FIN 1, SYN 2, RST 4, ACK 16. */
  readonly flags?: number;
  readonly options?: readonly number[];
}

/** A TCP segment, checksum left out. */
export function tcp(payload: Bytes, shape: TcpShape = {}): Uint8Array {
  const { from = 40_000, to = 5060, seq = 1000, flags = 16, options = [] } = shape;
  const header = 20 + options.length;
  return concat(
    u16(from),
    u16(to),
    u32(seq),
    u32(0),
    [(header / 4) << 4, flags],
    u16(65_535),
    u16(0),
    u16(0),
    options,
    payload,
  );
}

export interface DataChunkShape {
  /** Beginning 2, end 1. */
  readonly flags?: number;
  readonly sequence?: number;
  readonly stream?: number;
}

export function dataChunk(payload: Uint8Array, shape: DataChunkShape = {}): Uint8Array {
  const { flags = 3, sequence = 1, stream = 0 } = shape;
  return concat(
    [0, flags],
    u16(16 + payload.length),
    u32(sequence),
    u16(stream),
    u16(0),
    u32(0),
    payload,
    new Uint8Array(-payload.length & 3),
  );
}

export function sctp(...chunks: readonly Bytes[]): Uint8Array {
  return concat(u16(5060), u16(5070), u32(1), u32(0), ...chunks);
}
