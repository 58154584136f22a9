import type { Payload } from '../../model/packet.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import { Connection } from './connection.ts';
import { Budget } from './budget.ts';
import type { OpenProtocol, StreamContext, StreamProtocol } from './protocol.ts';
import type { StreamEnd, StreamFlow, StreamSink } from './stream-sink.ts';

/** Protocols inside protocols; WebSocket in TLS in a proxy's TLS is already unusual. */
const MAX_DEPTH = 3;
/** Bytes of all connections that are held until it is clear what they carry; beyond, each is what it looks like. */
const MAX_HEADS = 1 << 26;

/**
 * Finds out by content what each connection carries, whatever its ports, and lets that protocol read it. A protocol that
 * carries a byte stream itself opens it here again. The last protocol of the list gets the bytes that none has claimed.
 */
export class StreamRegistry implements StreamSink {
  readonly #connections = new Map<StreamFlow, Connection>();
  readonly #protocols: readonly OpenProtocol[];
  readonly #tooDeep: UnreadReason;
  readonly #passedOver: UnreadReason;
  readonly #heads = new Budget(MAX_HEADS);

  constructor(protocols: readonly StreamProtocol[], context: Omit<StreamContext, 'inner'>) {
    const whole: StreamContext = { ...context, inner: this };
    this.#protocols = protocols.map((protocol) => protocol.open(whole));
    this.#tooDeep = context.unread.reason('stream-layers-too-deep');
    this.#passedOver = context.unread.reason('stream-recognised-late');
  }

  open(flow: StreamFlow): void {
    const shared = flow.opposite === undefined ? undefined : this.#connections.get(flow.opposite);
    this.#connections.set(
      flow,
      shared ?? new Connection(this.#protocols, this.#passedOver, this.#heads),
    );
  }

  data(flow: StreamFlow, run: Payload): void {
    if (flow.depth > MAX_DEPTH) {
      flow.ignored = true;
      hit(this.#tooDeep, run.frame, run.offset);
      return;
    }
    this.#connections.get(flow)?.data(flow, run);
  }

  gap(flow: StreamFlow, length: number, frame: number, segment?: Payload): void {
    this.#connections.get(flow)?.gap(flow, length, frame, segment);
  }

  close(flow: StreamFlow, how: StreamEnd): void {
    this.#connections.get(flow)?.close(flow, how);
    this.#connections.delete(flow);
  }

  /** The source is over; its flows have been closed. */
  end(): void {
    for (const protocol of this.#protocols) protocol.end?.();
  }
}
