import { CR, LF } from './bytes.ts';
import { LENIENCY } from './leniency.ts';
import type { Message } from './message.ts';
import { looksLikeSip, readMessage } from './read.ts';

/** Longest message that is waited for, in bytes. */
const MAX_MESSAGE = 1 << 18;
/** Longest line that is waited for while no message is open, in bytes. */
const MAX_LINE = 8192;

/**
 * Cuts a byte stream into SIP messages (RFC 3261 §18.3): keep-alive CRLFs between them, bodies by Content-Length, and after
 * anything else on to the next line that is a start line.
 */
export class StreamFramer {
  /** Messages found. */
  messages = 0;
  /** Bytes that belong to no message. */
  strayBytes = 0;
  readonly #emit: (message: Message) => void;
  #held: Uint8Array = new Uint8Array(0);

  /** `emit` gets each message when its last byte has come; the message is void afterwards. */
  constructor(emit: (message: Message) => void) {
    this.#emit = emit;
  }

  /** Bytes are held that wait for more. */
  get open(): boolean {
    return this.#held.length > 0;
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    if (this.#held.length === 0) {
      this.#held = bytes.slice(this.#consume(bytes, start, end), end);
      return;
    }
    const joined = new Uint8Array(this.#held.length + end - start);
    joined.set(this.#held);
    joined.set(bytes.subarray(start, end), this.#held.length);
    this.#held = joined.slice(this.#consume(joined, 0, joined.length));
  }

  /** Bytes are missing here: what was begun is handed on as far as it came. */
  gap(): void {
    const held = this.#held;
    this.#held = new Uint8Array(0);
    const message = readMessage(held, 0, held.length);
    if (message === null || !hasSipField(message)) {
      this.strayBytes += held.length;
      return;
    }
    message.leniency =
      (message.leniency & ~(LENIENCY.bodyTooShort | LENIENCY.noEmptyLine)) |
      LENIENCY.cutBySnapLength;
    this.#found(message);
  }

  /** Returns where the part begins that has to wait for more bytes. */
  #consume(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    while (at < end) {
      if (bytes[at] === CR || bytes[at] === LF) {
        at += 1;
        continue;
      }
      const lineEnd = bytes.indexOf(LF, at);
      if (lineEnd < 0 || lineEnd >= end) {
        if (end - at <= MAX_LINE) return at;
        this.strayBytes += end - at;
        return end;
      }
      if (!looksLikeSip(bytes, at, end)) {
        this.strayBytes += lineEnd + 1 - at;
        at = lineEnd + 1;
        continue;
      }
      const message = readMessage(bytes, at, end) as Message;
      const open = (message.leniency & (LENIENCY.noEmptyLine | LENIENCY.bodyTooShort)) !== 0;
      if (open && end - at <= MAX_MESSAGE) return at;
      // A stream may carry anything: a start line alone, without one field that SIP needs, is a look-alike.
      if (!hasSipField(message)) {
        this.strayBytes += lineEnd + 1 - at;
        at = lineEnd + 1;
        continue;
      }
      // Without Content-Length there is no body on a stream (§18.3).
      if (message.contentLength < 0) message.end = message.bodyStart;
      message.leniency &= ~LENIENCY.bodyTooLong;
      at = message.end;
      this.#found(message);
    }
    return end;
  }

  #found(message: Message): void {
    this.messages += 1;
    this.#emit(message);
  }
}

function hasSipField(message: Message): boolean {
  const { callIdAt, callIdEnd, fromAt, toAt, cseq, sentByAt, sentByEnd } = message;
  return callIdEnd > callIdAt || fromAt > 0 || toAt > 0 || cseq >= 0 || sentByEnd > sentByAt;
}
