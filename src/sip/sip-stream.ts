import type { Payload } from '../model/packet.ts';
import { hit, type UnreadReason } from '../model/unread.ts';
import { Budget } from '../network/stream/budget.ts';
import { placeOf } from '../network/stream/keep.ts';
import {
  MORE,
  NO,
  YES,
  type ConnectionReader,
  type StreamContext,
  type StreamProtocol,
  type Verdict,
} from '../network/stream/protocol.ts';
import type { StreamFlow } from '../network/stream/stream-sink.ts';
import { CR, LF } from './bytes.ts';
import type { Message } from './message.ts';
import { looksLikeSip } from './read.ts';
import { isEndless, isOversized, StreamFramer } from './stream-framer.ts';

/** A stream without any message is given up after this many bytes. */
const PATIENCE = 1 << 16;
/** Bytes of begun messages that all streams hold together. */
const MAX_HELD = 1 << 26;

/** Takes a message with the segment that completed it; both are void afterwards. */
export type StreamMessage = (message: Message, run: Payload) => void;

/** SIP straight on a byte stream (RFC 3261 §18.3). Also searches streams that nothing else claims for a start line. */
export function sipStream(found: StreamMessage): StreamProtocol {
  return {
    id: 'sip',
    open(context) {
      const budget = new Budget(MAX_HELD);
      return { sniff, connect: () => new SipConnection(context, budget, found) };
    },
  };
}

/** A whole start line is SIP; a line of text that has not ended, and nothing but keep-alives, may become it. */
function sniff(bytes: Uint8Array, start: number, end: number): Verdict {
  let at = start;
  while (at < end && (bytes[at] === CR || bytes[at] === LF)) at += 1;
  if (at === end) return MORE;
  for (let next = at; next < end; next += 1) {
    const byte = bytes[next]!;
    if (byte === LF) return looksLikeSip(bytes, at, end) ? YES : NO;
    if (byte < 32 && byte !== CR && byte !== 9) return NO;
  }
  return MORE;
}

interface Direction {
  readonly framer: StreamFramer;
  readonly firstFrame: number;
  readonly firstOffset: number;
  /** Where the last bytes of a message that is still open were seen. */
  last: Payload | null;
  /** How many messages there were when the snap length cut it last; -1 when it never did. */
  cutAfter: number;
}

class SipConnection implements ConnectionReader {
  found = false;
  readonly #directions = new Map<StreamFlow, Direction>();
  readonly #context: StreamContext;
  readonly #budget: Budget;
  readonly #message: StreamMessage;
  readonly #stray: UnreadReason;
  readonly #gap: UnreadReason;
  readonly #cut: UnreadReason;
  readonly #limit: UnreadReason;
  readonly #oversized: UnreadReason;
  readonly #endless: UnreadReason;
  /** The segment that completes the message which is being read. */
  #run: Payload | null = null;

  constructor(context: StreamContext, budget: Budget, message: StreamMessage) {
    this.#context = context;
    this.#budget = budget;
    this.#message = message;
    this.#stray = context.unread.reason('tcp-stream-stray-bytes');
    this.#gap = context.unread.reason('tcp-stream-gap');
    this.#cut = context.unread.reason('tcp-stream-cut');
    this.#limit = context.unread.reason('tcp-stream-limit');
    this.#oversized = context.unread.reason('content-length-too-long');
    this.#endless = context.unread.reason('message-too-long');
  }

  data(flow: StreamFlow, run: Payload): void {
    const direction = this.#directions.get(flow) ?? this.#open(flow, run);
    const { framer } = direction;
    this.#run = run;
    const before = framer.heldBytes;
    framer.push(run.bytes, run.start, run.end);
    this.#budget.change(framer.heldBytes - before);
    if (this.#budget.exceeded && framer.heldBytes > 0) {
      hit(this.#limit, run.frame, run.offset);
      this.#giveUp(framer);
    }
    direction.last = framer.heldBytes > 0 ? placeOf(flow, run) : null;
    if (framer.messages === 0 && framer.strayBytes > PATIENCE) flow.ignored = true;
  }

  gap(flow: StreamFlow, _length: number, frame: number, segment?: Payload): void {
    const direction = this.#directions.get(flow);
    const framer = direction?.framer;
    // Before the first message of a direction, what is lost was SIP if a message had begun or the other side speaks it.
    if (this.found || (framer !== undefined && (framer.messages > 0 || framer.heldBytes > 0))) {
      const reason = segment === undefined ? this.#gap : this.#cut;
      hit(reason, frame, direction?.firstOffset ?? 0);
    }
    if (direction === undefined) return;
    this.#run = direction.last;
    this.#giveUp(direction.framer);
    const { messages } = direction.framer;
    // All segments of a long message are cut: it is one.
    if (segment === undefined || !this.found || messages === direction.cutAfter) return;
    direction.cutAfter = messages;
    this.#context.payloads.cut?.(segment);
  }

  close(flow: StreamFlow): void {
    const direction = this.#directions.get(flow);
    if (direction === undefined) return;
    this.#directions.delete(flow);
    const { framer, firstFrame, firstOffset } = direction;
    this.#run = direction.last;
    this.#giveUp(framer);
    if (framer.messages === 0) {
      const id = flow.transport === 'tls' ? 'tls-stream-not-sip' : 'tcp-stream-not-sip';
      hit(this.#context.unread.reason(id), firstFrame, firstOffset);
    } else if (framer.strayBytes > 0) hit(this.#stray, firstFrame, firstOffset);
  }

  #giveUp(framer: StreamFramer): void {
    this.#budget.change(-framer.heldBytes);
    framer.gap();
  }

  #open(flow: StreamFlow, run: Payload): Direction {
    const framer = new StreamFramer((message) => {
      if (this.#run === null) return;
      if (!flow.carriesSip) {
        flow.carriesSip = true;
        this.#context.facts?.learn(this.#run);
      }
      this.found = true;
      if (isOversized(message)) hit(this.#oversized, this.#run.frame, this.#run.offset);
      if (isEndless(message)) hit(this.#endless, this.#run.frame, this.#run.offset);
      this.#message(message, this.#run);
    });
    const direction = {
      framer,
      firstFrame: run.frame,
      firstOffset: run.offset,
      last: null,
      cutAfter: -1,
    };
    this.#directions.set(flow, direction);
    return direction;
  }
}
