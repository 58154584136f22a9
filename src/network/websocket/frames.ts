import { copyOf } from '../../capture/bytes.ts';
import { Gathered } from '../stream/gathered.ts';
import { CLOSE, CONTINUATION, newFrameHeader, readFrameHeader, unmasked } from './frame-header.ts';
import { type HttpHead, MAX_HTTP_HEAD, mayBeHttp, readHttpHead } from './http-head.ts';
import { MAX_MESSAGE, MessageParts } from './message-parts.ts';

/** What comes out of one direction. */
export interface FrameEvents {
  head(head: HttpHead): void;
  /** `missing` bytes of the message were not captured. */
  message(bytes: Uint8Array, compressed: boolean, masked: boolean, missing: number): void;
  /** A message that cannot be given. */
  lost(why: 'too-long' | 'gap', compressed: boolean): void;
  /** No frame stands where one should: what follows up to the next good start is not read. */
  astray(): void;
  /** Whether bytes of which nothing is known begin with a handshake or a frame. */
  begins(bytes: Uint8Array, start: number, end: number): boolean;
}

const header = newFrameHeader();

/** Cuts one direction into frames and puts them together to messages; control frames may stand between them. */
export class Frames {
  readonly #events: FrameEvents;
  readonly #parts = new MessageParts();
  readonly #held = new Gathered();
  /** Bytes that must be held before another look is worth it. */
  #needs = 0;
  /** The next byte begins a head or a frame. */
  #inStep = false;
  /** Bytes of a frame, or of an HTTP body, that are passed over. */
  #skip = 0;

  constructor(events: FrameEvents) {
    this.#events = events;
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    if (!this.#inStep) {
      if (!this.#events.begins(bytes, start, end)) return this.#events.astray();
      this.#inStep = true;
    }
    const held = this.#held;
    if (held.length === 0) {
      held.append(bytes, this.#consume(bytes, start, end), end);
      return;
    }
    held.append(bytes, start, end);
    if (held.length >= this.#needs) held.drop(this.#consume(held.bytes, 0, held.length));
  }

  /** Bytes of memory in use. */
  get heldBytes(): number {
    return this.#held.length + this.#parts.length;
  }

  /** Bytes are missing: the message they belong to ends here; within a frame whose length is known, step is kept. */
  gap(length: number): void {
    const held = copyOf(this.#held.bytes, 0, this.#held.length);
    this.#held.clear();
    if (this.#skip === 0 && this.#inStep && held.length > 0) this.#cut(held);
    else if (this.#parts.open) this.#drop();
    this.#inStep &&= this.#skip >= length;
    this.#skip = this.#inStep ? this.#skip - length : 0;
  }

  end(): void {
    this.gap(Number.POSITIVE_INFINITY);
  }

  /** Returns where the part begins that has to wait for more bytes. */
  #consume(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    while (at < end) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, end - at);
        this.#skip -= skipped;
        at += skipped;
        continue;
      }
      const next = mayBeHttp(bytes, at, end)
        ? this.#head(bytes, at, end)
        : this.#frame(bytes, at, end);
      if (next < 0) return at;
      at = next;
    }
    return end;
  }

  #head(bytes: Uint8Array, at: number, end: number): number {
    this.#needs = 0;
    const head = readHttpHead(bytes, at, end);
    if (head === undefined) return end - at < MAX_HTTP_HEAD ? -1 : this.#astray(end);
    this.#events.head(head);
    const body = Number(head.fields.get('content-length') ?? 0);
    if (head.status !== 101 && Number.isSafeInteger(body) && body > 0) this.#skip = body;
    return head.end;
  }

  /** Reads the frame at `at` and returns its end; -1 when it is not all there. */
  #frame(bytes: Uint8Array, at: number, end: number): number {
    this.#needs = 0;
    const verdict = readFrameHeader(bytes, at, end, header);
    if (verdict === 'more') return -1;
    const control = header.opcode >= CLOSE;
    const continues = header.opcode === CONTINUATION;
    if (verdict === 'wrong' || (!control && continues !== this.#parts.open)) {
      return this.#astray(end);
    }
    const whole = header.length + header.payload;
    if (control || header.payload > MAX_MESSAGE) {
      if (!control) this.#tooLong();
      this.#skip = whole;
      return at;
    }
    if (at + whole > end) {
      this.#needs = whole;
      return -1;
    }
    const part = unmasked(bytes, at, header, header.payload);
    if (!continues && header.fin) {
      this.#events.message(part, header.compressed, header.masked, 0);
      return at + whole;
    }
    if (!continues) this.#parts.begin(header.compressed);
    this.#parts.add(part);
    if (header.fin) this.#complete(header.masked, 0);
    return at + whole;
  }

  #tooLong(): void {
    const { compressed } = this.#parts.open ? this.#parts : header;
    this.#parts.begin(compressed);
    this.#parts.tooLong = true;
    if (header.fin) this.#complete(header.masked, 0);
  }

  #complete(masked: boolean, missing: number): void {
    const { compressed, tooLong } = this.#parts;
    const bytes = this.#parts.take();
    if (tooLong) this.#events.lost('too-long', compressed);
    else this.#events.message(bytes, compressed, masked, missing);
  }

  /** The frame that `held` begins ends in a gap. Text is given as far as it came. */
  #cut(held: Uint8Array): void {
    if (mayBeHttp(held, 0, held.length)) return;
    if (readFrameHeader(held, 0, held.length, header) !== 'frame') {
      if (this.#parts.open) this.#drop();
      return;
    }
    const present = held.length - header.length;
    this.#skip = header.payload - present;
    if (header.opcode !== CONTINUATION) this.#parts.begin(header.compressed);
    if (this.#parts.compressed || this.#parts.tooLong) return this.#drop();
    this.#parts.add(unmasked(held, 0, header, present));
    this.#complete(header.masked, this.#skip);
  }

  #drop(): void {
    const { compressed } = this.#parts;
    this.#parts.take();
    this.#events.lost('gap', compressed);
  }

  /** What is left of this run is not read. */
  #astray(end: number): number {
    if (this.#parts.open) this.#drop();
    this.#inStep = false;
    this.#events.astray();
    return end;
  }
}
