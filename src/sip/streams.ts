import type { Payload } from '../model/packet.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import type { StreamFlow, StreamSink } from '../network/stream/stream-sink.ts';
import type { Message } from './message.ts';
import { StreamFramer } from './stream-framer.ts';

/** A stream without any message is given up after this many bytes. */
const PATIENCE = 1 << 16;

/** Takes a message with the segment that completed it; both are void afterwards. */
export type StreamMessage = (message: Message, run: Payload) => void;

interface OpenStream {
  readonly framer: StreamFramer;
  firstFrame: number;
  firstOffset: number;
}

/** Reads SIP out of TCP streams, found by content on any port. */
export class SipStreams implements StreamSink {
  readonly #open = new Map<StreamFlow, OpenStream>();
  readonly #found: StreamMessage;
  readonly #notSip: UnreadReason;
  readonly #stray: UnreadReason;
  readonly #gap: UnreadReason;
  /** The segment whose bytes are being read. */
  #run: Payload | null = null;

  constructor(found: StreamMessage, unread: UnreadTally) {
    this.#found = found;
    this.#notSip = unread.reason('tcp-stream-not-sip');
    this.#stray = unread.reason('tcp-stream-stray-bytes');
    this.#gap = unread.reason('tcp-stream-gap');
  }

  open(flow: StreamFlow): void {
    const framer = new StreamFramer((message) => {
      if (this.#run !== null) this.#found(message, this.#run);
    });
    this.#open.set(flow, { framer, firstFrame: 0, firstOffset: 0 });
  }

  data(flow: StreamFlow, run: Payload): void {
    const stream = this.#open.get(flow);
    if (stream === undefined) return;
    if (stream.firstFrame === 0) {
      stream.firstFrame = run.frame;
      stream.firstOffset = run.offset;
    }
    this.#run = run;
    const { framer } = stream;
    framer.push(run.bytes, run.start, run.end);
    if (framer.messages === 0 && framer.strayBytes > PATIENCE) flow.ignored = true;
  }

  gap(flow: StreamFlow, _length: number, frame: number): void {
    const stream = this.#open.get(flow);
    if (stream === undefined) return;
    if (stream.framer.messages > 0) hit(this.#gap, frame, stream.firstOffset);
    stream.framer.gap();
  }

  close(flow: StreamFlow): void {
    const stream = this.#open.get(flow);
    if (stream === undefined) return;
    this.#open.delete(flow);
    const { framer, firstFrame, firstOffset } = stream;
    framer.gap();
    if (framer.messages === 0) {
      if (firstFrame > 0) hit(this.#notSip, firstFrame, firstOffset);
    } else if (framer.strayBytes > 0) hit(this.#stray, firstFrame, firstOffset);
  }
}
