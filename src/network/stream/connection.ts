import type { Payload } from '../../model/packet.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import type { HeldBytes } from './held-bytes.ts';
import { runOf } from './inner-flow.ts';
import { keptRun } from './keep.ts';
import { MORE, YES, type ConnectionReader, type OpenProtocol, type Verdict } from './protocol.ts';
import type { StreamEnd, StreamFlow } from './stream-sink.ts';

/** Bytes of a direction that are held while no protocol can tell. */
const MAX_HEAD = 8192;

/** Both directions of one connection, until and after it is clear what they carry. */
export class Connection {
  readonly #protocols: readonly OpenProtocol[];
  readonly #passedOver: UnreadReason;
  readonly #held: HeldBytes;
  /** What is held of a direction, at the place of the run that brought the last of it. */
  readonly #heads = new Map<StreamFlow, Payload>();
  #reader: ConnectionReader | undefined;
  #settled = false;

  /** `passedOver` counts connections that were recognised only after some bytes; `held` is for all heads. */
  constructor(protocols: readonly OpenProtocol[], passedOver: UnreadReason, held: HeldBytes) {
    this.#protocols = protocols;
    this.#passedOver = passedOver;
    this.#held = held;
  }

  data(flow: StreamFlow, run: Payload): void {
    if (this.#settled) {
      this.#reader?.data(flow, run);
      return;
    }
    const begun = this.#take(flow);
    const whole = begun === undefined ? run : joined(begun, run);
    let more = false;
    for (const protocol of this.#protocols) {
      const verdict: Verdict = protocol.sniff(whole.bytes, whole.start, whole.end, flow);
      if (verdict === YES) {
        this.#settle(protocol, flow, whole);
        return;
      }
      more ||= verdict === MORE;
    }
    const length = whole.end - whole.start;
    if (more && length <= MAX_HEAD && !this.#held.full) {
      this.#held.add(length);
      this.#heads.set(flow, keptRun(flow, whole));
    } else this.#try(flow, whole);
  }

  gap(flow: StreamFlow, length: number, frame: number): void {
    this.#release(flow);
    this.#reader?.gap(flow, length, frame);
  }

  close(flow: StreamFlow, how: StreamEnd): void {
    this.#release(flow);
    this.#reader?.close(flow, how);
  }

  /** `protocol` reads the connection from here on; what the other direction holds is its as well. */
  #settle(protocol: OpenProtocol, flow: StreamFlow, whole: Payload): void {
    this.#settled = true;
    if (this.#reader === undefined || protocol !== this.#last) {
      if (this.#reader !== undefined) hit(this.#passedOver, whole.frame, whole.offset);
      this.#reader = protocol.connect(flow);
    }
    this.#handOver(this.#reader);
    this.#reader.data(flow, whole);
  }

  /** Lets the last protocol search bytes that none has claimed. */
  #try(flow: StreamFlow, whole: Payload): void {
    this.#reader ??= this.#last?.connect(flow);
    if (this.#reader === undefined) return;
    this.#reader.data(flow, whole);
    this.#settled ||= this.#reader.found;
    if (this.#settled) this.#handOver(this.#reader);
  }

  #handOver(reader: ConnectionReader): void {
    for (const flow of this.#heads.keys()) reader.data(flow, this.#take(flow)!);
  }

  #take(flow: StreamFlow): Payload | undefined {
    const head = this.#heads.get(flow);
    if (head !== undefined) {
      this.#heads.delete(flow);
      this.#held.add(head.start - head.end);
    }
    return head;
  }

  get #last(): OpenProtocol | undefined {
    return this.#protocols.at(-1);
  }

  #release(flow: StreamFlow): void {
    const head = this.#take(flow);
    if (head !== undefined) this.#try(flow, head);
  }
}

/** Held bytes and the run that follows them, at the place of the latter. */
function joined(held: Payload, run: Payload): Payload {
  const first = held.end - held.start;
  const bytes = new Uint8Array(first + run.end - run.start);
  bytes.set(held.bytes.subarray(held.start, held.end));
  bytes.set(run.bytes.subarray(run.start, run.end), first);
  return runOf(run, bytes, 0, bytes.length, run.transport);
}
