import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import { CR, LF } from '../sip/bytes.ts';
import { readMessage, looksLikeSip } from '../sip/read.ts';
import type { Message } from '../sip/message.ts';
import type { Dialect, MessageSink, TextReader } from './dialect.ts';

/** Longest message that is believed, in bytes; what is longer is counted, not kept. */
const MAX_MESSAGE = 1 << 20;
/** How much of the beginning is searched for a start line, in bytes. */
const SNIFFED = 64 * 1024;

/** Whole SIP messages, one after the other, with nothing around them: no times, no addresses. */
export const plain: Dialect = {
  id: 'plain',
  sniff(head) {
    const end = Math.min(head.length, SNIFFED);
    for (let at = 0; at < end; at = lineAfter(head, at, end)) {
      if (looksLikeSip(head, at, end)) return true;
    }
    return false;
  },
  open: (sink, unread) => new PlainReader(sink, unread),
};

class PlainReader implements TextReader {
  readonly facts = { lines: 0 };
  readonly #sink: MessageSink;
  readonly #tooLong: UnreadReason;
  readonly #noise: UnreadReason;
  #held = new Uint8Array(0);
  #heldOffset = 0;

  constructor(sink: MessageSink, unread: UnreadTally) {
    this.#sink = sink;
    this.#tooLong = unread.reason('message-too-long');
    this.#noise = unread.reason('text-not-sip');
  }

  push(chunk: Uint8Array): void {
    const held = new Uint8Array(this.#held.length + chunk.length);
    held.set(this.#held);
    held.set(chunk, this.#held.length);
    this.#consume(held, false);
  }

  end(): void {
    this.#consume(this.#held, true);
  }

  /** Hands on every message that is complete; the rest is held for the next chunk. */
  #consume(bytes: Uint8Array, final: boolean): void {
    let at = 0;
    while (at < bytes.length) {
      if (!final && !hasCompleteLine(bytes, at)) break;
      if (!looksLikeSip(bytes, at, bytes.length)) {
        const next = lineAfter(bytes, at, bytes.length);
        if (!isBlankLine(bytes, at, next))
          hit(this.#noise, this.facts.lines + 1, this.#heldOffset + at);
        this.facts.lines += 1;
        at = next;
        continue;
      }
      const end = messageEnd(bytes, at, final);
      if (end < 0) {
        if (bytes.length - at <= MAX_MESSAGE) break;
        hit(this.#tooLong, this.facts.lines + 1, this.#heldOffset + at);
        at = lineAfter(bytes, at, bytes.length);
        continue;
      }
      this.#hand(bytes, at, end);
      at = end;
    }
    this.#heldOffset += at;
    this.#held = bytes.slice(at);
  }

  #hand(bytes: Uint8Array, at: number, end: number): void {
    const message = readMessage(bytes, at, end);
    if (message === null) return;
    message.time = Number.NaN;
    message.frame = this.facts.lines + 1 + countLines(bytes, at, message.start);
    message.offset = this.#heldOffset + message.start;
    this.facts.lines += countLines(bytes, at, end);
    this.#sink.message(message);
  }
}

/**
 * Where the message at `at` ends: by Content-Length, unless another start line comes first (lengths in text are often
 * wrong), or at the next start line, or at the end. -1 when more bytes are needed to tell.
 */
function messageEnd(bytes: Uint8Array, at: number, final: boolean): number {
  const message: Message | null = readMessage(bytes, at, bytes.length);
  if (message === null) return lineAfter(bytes, at, bytes.length);
  const declared = message.contentLength < 0 ? Infinity : message.bodyStart + message.contentLength;
  let line = lineAfter(bytes, message.start, bytes.length);
  while (line < bytes.length && line < declared) {
    if (bytes[line] !== CR && bytes[line] !== LF && looksLikeSip(bytes, line, bytes.length)) {
      return line;
    }
    line = lineAfter(bytes, line, bytes.length);
  }
  if (declared <= bytes.length) return declared;
  return final ? bytes.length : -1;
}

function lineAfter(bytes: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end && bytes[position] !== LF) position += 1;
  return Math.min(end, position + 1);
}

function hasCompleteLine(bytes: Uint8Array, at: number): boolean {
  return bytes.indexOf(LF, at) >= 0;
}

function isBlankLine(bytes: Uint8Array, at: number, end: number): boolean {
  for (let position = at; position < end; position += 1)
    if ((bytes[position] as number) > 32) return false;
  return true;
}

function countLines(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0;
  for (let position = from; position < to; position += 1) if (bytes[position] === LF) lines += 1;
  return lines;
}
