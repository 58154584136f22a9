import type { Payload } from '../../model/packet.ts';
import { runOf } from '../stream/inner-flow.ts';
import { placeOf } from '../stream/keep.ts';
import { NO } from '../stream/protocol.ts';
import type { StreamFlow } from '../stream/stream-sink.ts';
import { DeflateContext } from './deflate-context.ts';
import { type FrameEvents, Frames } from './frames.ts';
import { type HttpHead, mayBeHttp } from './http-head.ts';
import { areFrames, sniffWebSocket } from './sniff.ts';
import type { WebSocketShare } from './websocket-share.ts';

/** Messages after which a direction without any SIP is given up. */
const PATIENCE = 256;

/** One direction of a WebSocket connection: its messages become payloads (RFC 7118 §5: one SIP message each). */
export class WebSocketDirection implements FrameEvents {
  readonly deflate: DeflateContext;
  readonly #share: WebSocketShare;
  readonly #flow: StreamFlow;
  readonly #head: (head: HttpHead, run: Payload) => void;
  readonly #frames: Frames;
  /** The run being read; after it, a note of its place. */
  #run: Payload;
  #foreign = 0;
  /** The segment that the snap length cut, while its gap is told. */
  #cut: Payload | undefined;
  /** Held bytes that the budget knows of. */
  #counted = 0;

  constructor(
    share: WebSocketShare,
    flow: StreamFlow,
    run: Payload,
    head: (head: HttpHead, run: Payload) => void,
  ) {
    this.#share = share;
    this.#flow = flow;
    this.#run = run;
    this.#head = head;
    this.deflate = new DeflateContext(share);
    this.#frames = new Frames(this);
  }

  data(run: Payload): void {
    this.#run = run;
    this.#frames.push(run.bytes, run.start, run.end);
    this.#account();
    if (this.#share.budget.exceeded && this.#counted > 0) {
      this.#share.count('limit', run);
      this.#frames.end();
      this.#account();
    }
    this.#run = placeOf(this.#flow, run);
  }

  /** `segment`: where the snap length made the gap. */
  gap(length: number, segment?: Payload): void {
    this.#cut = segment;
    this.#frames.gap(length);
    this.#cut = undefined;
    this.#account();
  }

  end(): void {
    this.#frames.end();
    this.#account();
    this.deflate.forget();
  }

  #account(): void {
    const { heldBytes } = this.#frames;
    this.#share.budget.change(heldBytes - this.#counted);
    this.#counted = heldBytes;
  }

  head(head: HttpHead): void {
    this.#head(head, this.#run);
  }

  message(bytes: Uint8Array, compressed: boolean, _masked: boolean, missing: number): void {
    if (!compressed) return this.#give(bytes, missing);
    const result = this.deflate.inflate(bytes);
    if (result === 'done') this.#give(this.#share.inflater.output, missing);
    else this.#share.count(`inflate-${result}`, this.#run);
  }

  lost(why: 'too-long' | 'gap', compressed: boolean): void {
    if (compressed) this.deflate.forget();
    const cut = this.#cut;
    this.#share.count(cut === undefined ? why : 'cut', this.#run);
    if (cut !== undefined && this.#flow.carriesSip) this.#share.payloads.cut?.(cut);
  }

  astray(): void {
    this.#share.count('astray', this.#run);
  }

  begins(bytes: Uint8Array, start: number, end: number): boolean {
    if (mayBeHttp(bytes, start, end) || areFrames(bytes, start, end)) return true;
    const { recognises, inflater } = this.#share;
    return sniffWebSocket(bytes, start, end, recognises, inflater) !== NO;
  }

  #give(bytes: Uint8Array, missing: number): void {
    const flow = this.#flow;
    const { recognises, payloads, facts } = this.#share;
    const payload = runOf(
      this.#run,
      bytes,
      0,
      bytes.length,
      flow.transport === 'tls' ? 'wss' : 'ws',
    );
    payload.missing = missing;
    if (flow.carriesSip || recognises(bytes, 0, bytes.length)) {
      if (!flow.carriesSip) facts?.learn(payload);
      flow.carriesSip = true;
    } else if ((this.#foreign += 1) > PATIENCE && !flow.ignored) {
      flow.ignored = true;
      this.#share.count('foreign', this.#run);
    }
    payloads.payload(payload);
  }
}
