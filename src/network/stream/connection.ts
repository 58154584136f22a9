import type { Payload } from '../../model/packet.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import type { Budget } from './budget.ts';
import { MORE, YES, type ConnectionReader, type OpenProtocol, type Verdict } from './protocol.ts';
import { isKeepAlive, StreamHead } from './stream-head.ts';
import type { StreamEnd, StreamFlow } from './stream-sink.ts';

/** Bytes of a direction that are held while no protocol can tell. */
const MAX_HEAD = 8192;

/** Both directions of one connection, until and after it is clear what they carry. */
export class Connection {
  readonly #protocols: readonly OpenProtocol[];
  readonly #passedOver: UnreadReason;
  readonly #budget: Budget;
  readonly #heads = new Map<StreamFlow, StreamHead>();
  #reader: ConnectionReader | undefined;
  #settled = false;

  /** `passedOver` counts connections that were recognised only after some bytes; `budget` is for the heads of all. */
  constructor(protocols: readonly OpenProtocol[], passedOver: UnreadReason, budget: Budget) {
    this.#protocols = protocols;
    this.#passedOver = passedOver;
    this.#budget = budget;
  }

  data(flow: StreamFlow, run: Payload): void {
    if (this.#settled) {
      this.#reader?.data(flow, run);
      return;
    }
    const head = this.#heads.get(flow);
    if (head === undefined) {
      if (isKeepAlive(run) || !this.#recognise(flow, run)) return;
      this.#heads.set(flow, new StreamHead(flow, run));
      this.#budget.change(run.end - run.start);
      return;
    }
    head.add(run);
    this.#budget.change(run.end - run.start);
    const full = head.length > MAX_HEAD || this.#budget.exceeded;
    if (!full && !head.isWorthALook(run)) return;
    const whole = head.run();
    this.#let(flow, head);
    if (!this.#recognise(flow, whole)) return;
    if (full) return this.#try(flow, whole);
    this.#heads.set(flow, head);
    this.#budget.change(head.length);
  }

  gap(flow: StreamFlow, length: number, frame: number, segment?: Payload): void {
    this.#release(flow);
    this.#reader?.gap(flow, length, frame, segment);
  }

  close(flow: StreamFlow, how: StreamEnd): void {
    this.#release(flow);
    this.#reader?.close(flow, how);
  }

  /** Lets whoever recognises `whole` read it, or the last protocol when nobody ever will; true when it is too early. */
  #recognise(flow: StreamFlow, whole: Payload): boolean {
    let more = false;
    for (const protocol of this.#protocols) {
      const verdict: Verdict = protocol.sniff(whole.bytes, whole.start, whole.end, flow);
      if (verdict === YES) {
        this.#settle(protocol, flow, whole);
        return false;
      }
      more ||= verdict === MORE;
    }
    if (!more) this.#try(flow, whole);
    return more;
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
    for (const [flow, head] of this.#heads) {
      this.#let(flow, head);
      reader.data(flow, head.run());
    }
  }

  #let(flow: StreamFlow, head: StreamHead): void {
    this.#heads.delete(flow);
    this.#budget.change(-head.length);
  }

  get #last(): OpenProtocol | undefined {
    return this.#protocols.at(-1);
  }

  /** No more will come of a head. */
  #release(flow: StreamFlow): void {
    const head = this.#heads.get(flow);
    if (head === undefined) return;
    this.#let(flow, head);
    const whole = head.run();
    if (this.#recognise(flow, whole)) this.#try(flow, whole);
  }
}
