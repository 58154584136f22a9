import type { Payload } from '../../model/packet.ts';
import { runOf } from './inner-flow.ts';
import { keptRun } from './keep.ts';
import { MORE, YES, type ConnectionReader, type OpenProtocol, type Verdict } from './protocol.ts';
import type { StreamEnd, StreamFlow } from './stream-sink.ts';

/** Bytes of a direction that are held while no protocol can tell. */
const MAX_HEAD = 8192;

/** Both directions of one connection, until and after it is clear what they carry. */
export class Connection {
  readonly #protocols: readonly OpenProtocol[];
  /** What is held of a direction, at the place of the run that brought the last of it. */
  readonly #heads = new Map<StreamFlow, Payload>();
  #reader: ConnectionReader | undefined;
  #settled = false;

  constructor(protocols: readonly OpenProtocol[]) {
    this.#protocols = protocols;
  }

  data(flow: StreamFlow, run: Payload): void {
    if (this.#settled) {
      this.#reader?.data(flow, run);
      return;
    }
    const begun = this.#heads.get(flow);
    const whole = begun === undefined ? run : joined(begun, run);
    this.#heads.delete(flow);
    let more = false;
    for (const protocol of this.#protocols) {
      const verdict: Verdict = protocol.sniff(whole.bytes, whole.start, whole.end, flow);
      if (verdict === YES) {
        this.#settle(protocol, flow, whole);
        return;
      }
      more ||= verdict === MORE;
    }
    if (more && whole.end - whole.start <= MAX_HEAD) {
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
      this.#reader = protocol.connect(flow);
    }
    for (const [other, head] of this.#heads) this.#reader.data(other, head);
    this.#heads.clear();
    this.#reader.data(flow, whole);
  }

  /** Lets the last protocol search bytes that none has claimed. */
  #try(flow: StreamFlow, whole: Payload): void {
    this.#reader ??= this.#last?.connect(flow);
    this.#reader?.data(flow, whole);
    this.#settled = this.#reader?.found === true;
  }

  get #last(): OpenProtocol | undefined {
    return this.#protocols.at(-1);
  }

  #release(flow: StreamFlow): void {
    const head = this.#heads.get(flow);
    if (head === undefined) return;
    this.#heads.delete(flow);
    this.#try(flow, head);
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
