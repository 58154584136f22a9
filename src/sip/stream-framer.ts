import { Gathered } from '../network/stream/gathered.ts';
import { CR, LF, SP, TAB } from './bytes.ts';
import { LENIENCY } from './leniency.ts';
import type { Message } from './message.ts';
import { looksLikeSip, readMessage } from './read.ts';

/** Longest message that is waited for, in bytes. */
const MAX_MESSAGE = 1 << 18;
/** Longest line that is waited for while no message is open, in bytes. */
const MAX_LINE = 8192;

const DEL = 127;

/** What the held bytes wait for, if not for a number of bytes. */
const LINE_END = -1;
const EMPTY_LINE = -2;

/**
 * Cuts a byte stream into SIP messages (RFC 3261 §18.3): keep-alive CRLFs between them, bodies by Content-Length, and after
 * anything else on to the next line that is a start line. A Content-Length beyond all measure is not believed.
 */
export class StreamFramer {
  /** Messages found. */
  messages = 0;
  /** Bytes that belong to no message. */
  strayBytes = 0;
  readonly #emit: (message: Message) => void;
  readonly #held = new Gathered();
  /** LINE_END, EMPTY_LINE, or how many bytes must be held before another look is worth it. */
  #needs = 0;

  /** `emit` gets each message when its last byte has come; the message is void afterwards. */
  constructor(emit: (message: Message) => void) {
    this.#emit = emit;
  }

  /** Bytes that wait for more. */
  get heldBytes(): number {
    return this.#held.length;
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    const held = this.#held;
    const before = held.length;
    if (before === 0) {
      held.append(bytes, this.#consume(bytes, start, end), end);
      return;
    }
    held.append(bytes, start, end);
    if (this.#isWorthALook(before)) held.drop(this.#consume(held.bytes, 0, held.length));
  }

  /** Bytes are missing here: what was begun is handed on as far as it came. */
  gap(): void {
    const { bytes, length } = this.#held;
    this.#held.clear();
    const message = readMessage(bytes, 0, length);
    if (message === null || !hasSipField(message)) {
      this.strayBytes += length;
      return;
    }
    cutOff(message);
    this.#found(message);
  }

  /** Whether what came behind the first `before` bytes may have ended what is waited for. */
  #isWorthALook(before: number): boolean {
    const { bytes: held, length } = this.#held;
    if (this.#needs >= 0) return length >= this.#needs;
    if (length > (this.#needs === LINE_END ? MAX_LINE : MAX_MESSAGE)) return true;
    for (let at = before; at < length; at += 1) {
      if (held[at] !== LF) continue;
      if (this.#needs === LINE_END) return true;
      const previous = held[at - 1] === CR ? held[at - 2] : held[at - 1];
      if (previous === LF) return true;
    }
    return false;
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
        this.#needs = LINE_END;
        if (end - at <= MAX_LINE) return at;
        this.strayBytes += end - at;
        return end;
      }
      if (!looksLikeSip(bytes, at, end)) {
        const next = behindBinary(bytes, at, lineEnd);
        this.strayBytes += next - at;
        at = next;
        continue;
      }
      const message = readMessage(bytes, at, end) as Message;
      if (this.#mustWait(message, at, end)) return at;
      // A stream may carry anything: a head without one field that SIP needs is a look-alike, and so are all lines in it.
      if (!hasSipField(message)) {
        const next = endOfHead(message, bytes, end);
        this.strayBytes += next - at;
        at = next;
        continue;
      }
      // Without Content-Length there is no body on a stream (§18.3).
      if (message.contentLength < 0) message.end = message.bodyStart;
      if (isOversized(message)) message.end = endOfLines(bytes, message.bodyStart, end);
      at = message.end;
      message.leniency &= ~LENIENCY.bodyTooLong;
      if (hasNoEnd(message)) cutOff(message);
      this.#found(message);
    }
    return end;
  }

  /** The message at `at` is not whole, and its rest is worth waiting for. */
  #mustWait({ leniency, bodyStart, contentLength }: Message, at: number, end: number): boolean {
    if ((leniency & LENIENCY.noEmptyLine) !== 0) {
      this.#needs = EMPTY_LINE;
      return end - at <= MAX_MESSAGE;
    }
    if ((leniency & LENIENCY.bodyTooShort) === 0) return false;
    this.#needs = bodyStart + contentLength - at;
    return contentLength <= MAX_MESSAGE;
  }

  #found(message: Message): void {
    this.messages += 1;
    this.#emit(message);
  }
}

/** Where text begins in a line that is not text throughout: a start line may follow what has no line ends; else the next line. */
function behindBinary(bytes: Uint8Array, start: number, lineEnd: number): number {
  for (let at = lineEnd - 1; at >= start; at -= 1) {
    const byte = bytes[at]!;
    if ((byte >= SP && byte < DEL) || byte === CR || byte === TAB) continue;
    return isUpperCase(bytes[at + 1]!) ? at + 1 : lineEnd + 1;
  }
  return lineEnd + 1;
}

/** Where the lines of a head end, a last one that has not ended left out. */
function endOfHead({ leniency, bodyStart }: Message, bytes: Uint8Array, end: number): number {
  if ((leniency & LENIENCY.noEmptyLine) === 0) return bodyStart;
  return bytes.lastIndexOf(LF, end - 1) + 1;
}

/** What it lacks was not seen, and proves nothing. */
function cutOff(message: Message): void {
  message.leniency &= ~(LENIENCY.bodyTooShort | LENIENCY.noEmptyLine);
  message.leniency |= LENIENCY.cutBySnapLength;
}

/** Its header fields go on beyond what is waited for. */
function hasNoEnd({ leniency }: Message): boolean {
  return (leniency & LENIENCY.noEmptyLine) !== 0;
}

/** The head alone is longer than what is waited for: only its beginning is read. */
export function isEndless({ leniency, start, end }: Message): boolean {
  return (leniency & LENIENCY.cutBySnapLength) !== 0 && end - start > MAX_MESSAGE;
}

/** Promises a body that is not waited for: what follows may be other messages. */
export function isOversized({ leniency, contentLength }: Message): boolean {
  return (leniency & LENIENCY.bodyTooShort) !== 0 && contentLength > MAX_MESSAGE;
}

/** Where lines that begin at `at` end before the next start line, or before what may become one. */
function endOfLines(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end;) {
    if (looksLikeSip(bytes, at, end)) return at;
    const lineEnd = bytes.indexOf(LF, at);
    if (lineEnd < 0 || lineEnd >= end) return isUpperCase(bytes[at]!) ? at : end;
    at = lineEnd + 1;
  }
  return end;
}

/** Methods and the version begin so. */
function isUpperCase(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function hasSipField(message: Message): boolean {
  const { callIdAt, callIdEnd, fromAt, toAt, cseq, sentByAt, sentByEnd } = message;
  return callIdEnd > callIdAt || fromAt > 0 || toAt > 0 || cseq >= 0 || sentByEnd > sentByAt;
}
