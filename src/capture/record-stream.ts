/**
 * Cuts a chunked stream into records. Records inside a chunk are read in place; only one that straddles chunks is
 * copied, into a carry buffer that never grows past what its parser asks for.
 */
import { NO_BYTES } from './bytes.ts';

export interface RecordParser {
  /**
   * Reads the whole records in `bytes[start, end)` and returns where the first incomplete one begins.
   * `base` is the source offset of `bytes[0]`.
   */
  read(bytes: Uint8Array, start: number, end: number, base: number): number;
  /** After `read`: bytes needed, counted from the returned position, to get any further. */
  readonly wanted: number;
  /** The input is over; `bytes[start, end)` is the incomplete rest. */
  finish(bytes: Uint8Array, start: number, end: number, base: number): void;
}

export class RecordStream {
  readonly #parser: RecordParser;
  #carry: Uint8Array = NO_BYTES;
  #from = 0;
  #to = 0;
  /** Source offset of the next byte to arrive. */
  #offset = 0;
  #ended = false;

  constructor(parser: RecordParser) {
    this.#parser = parser;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#to > this.#from) at = this.#continueCarry(chunk, at);
      else at = this.#readInPlace(chunk, at);
    }
    this.#offset += chunk.length;
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    const base = this.#offset - this.#to;
    this.#parser.finish(this.#carry, this.#from, this.#to, base);
    this.#carry = NO_BYTES;
    this.#from = this.#to = 0;
  }

  #readInPlace(chunk: Uint8Array, at: number): number {
    const stop = this.#parser.read(chunk, at, chunk.length, this.#offset);
    this.#append(chunk, stop, chunk.length);
    return chunk.length;
  }

  /** Feeds the carry with just what the parser wants; goes back to reading in place as soon as it can. */
  #continueCarry(chunk: Uint8Array, start: number): number {
    const parser = this.#parser;
    let at = start;
    while (this.#to > this.#from) {
      const more = Math.min(parser.wanted - (this.#to - this.#from), chunk.length - at);
      if (more > 0) this.#append(chunk, at, at + more);
      at += Math.max(more, 0);
      if (this.#to - this.#from < parser.wanted) return at;
      const base = this.#offset + at - this.#to;
      this.#from = parser.read(this.#carry, this.#from, this.#to, base);
      const rest = this.#to - this.#from;
      // What is left came out of this very chunk: read it there instead.
      if (rest <= at) {
        this.#from = this.#to = 0;
        at -= rest;
      }
    }
    return at;
  }

  #append(bytes: Uint8Array, start: number, end: number): void {
    const kept = this.#to - this.#from;
    const needed = kept + end - start;
    if (this.#to + end - start > this.#carry.length) {
      const roomy = needed * 2 <= this.#carry.length;
      const target = roomy ? this.#carry : new Uint8Array(Math.max(4096, needed * 2));
      target.set(this.#carry.subarray(this.#from, this.#to));
      this.#carry = target;
      this.#from = 0;
      this.#to = kept;
    }
    this.#carry.set(bytes.subarray(start, end), this.#to);
    this.#to += end - start;
  }
}
