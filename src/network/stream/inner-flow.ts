import type { Payload, Transport } from '../../model/packet.ts';
import { Cursor } from '../cursor.ts';
import type { StreamFlow } from './stream-sink.ts';

/** One direction of a byte stream that another protocol carries, such as what TLS decrypts to. */
export class InnerFlow implements StreamFlow {
  readonly transport: Transport;
  readonly depth: number;
  readonly #outer: StreamFlow;
  opposite: InnerFlow | undefined;
  ignored = false;

  constructor(outer: StreamFlow, transport: Transport) {
    this.#outer = outer;
    this.transport = transport;
    this.depth = outer.depth + 1;
  }

  get id(): number {
    return this.#outer.id;
  }
  get addresses(): Uint8Array {
    return this.#outer.addresses;
  }
  get addressLength(): 4 | 16 {
    return this.#outer.addressLength;
  }
  get sourcePort(): number {
    return this.#outer.sourcePort;
  }
  get destinationPort(): number {
    return this.#outer.destinationPort;
  }
  get point(): number {
    return this.#outer.point;
  }
  get fromStart(): boolean {
    return this.#outer.fromStart;
  }
  get retransmitted(): number {
    return this.#outer.retransmitted;
  }
  get outOfOrder(): number {
    return this.#outer.outOfOrder;
  }
  /** Facts about the transport look at the TCP stream. */
  get carriesSip(): boolean {
    return this.#outer.carriesSip;
  }
  set carriesSip(carries: boolean) {
    this.#outer.carriesSip = carries;
  }
}

/** Other bytes with the time, place and ends of `run`: what was put together or decrypted when `run` came. */
export function runOf(
  run: Payload,
  bytes: Uint8Array,
  start: number,
  end: number,
  transport: Transport,
): Cursor {
  const other = new Cursor();
  other.bytes = bytes;
  other.start = start;
  other.end = other.wireEnd = end;
  other.base = run.offset - start;
  other.time = run.time;
  other.frame = run.frame;
  other.offset = run.offset;
  other.transport = transport;
  other.addressBytes = run.addressBytes;
  other.sourceAt = run.sourceAt;
  other.destinationAt = run.destinationAt;
  other.addressLength = run.addressLength;
  other.sourcePort = run.sourcePort;
  other.destinationPort = run.destinationPort;
  other.ipId = run.ipId;
  other.ttl = run.ttl;
  other.point = run.point;
  return other;
}
