/** The door to fflate: raw DEFLATE (RFC 1951) of single messages, bounded in output and, over a source, in work. */
import { inflateSync } from 'fflate';
import { NO_BYTES } from '../capture/bytes.ts';

/** Longest output of one message, in bytes. */
export const MAX_INFLATED = 1 << 18;
/** Work that is done in any case, in bytes written, and beyond it per byte of input. */
const FREE_WORK = 1 << 28;
const WORK_PER_BYTE = 64;
/** Distance of the marks that tell how far an inflation got before it failed. */
const STEP = 4096;
/** An empty stored block that says it is the last: the end that messages leave out (RFC 7692 §7.2.2). */
const END = [0, 0, 0xff, 0xff, 1, 0, 0, 0xff, 0xff];

export type Inflation = 'done' | 'damaged' | 'too-long' | 'too-much';

export class Inflater {
  /** Output of the last inflation; valid until the next. */
  output: Uint8Array = NO_BYTES;
  #scratch: Uint8Array = NO_BYTES;
  readonly #mark = 1 + Math.floor(Math.random() * 255);
  #taken = 0;
  #work = 0;

  /** Inflates `bytes[start, end)`, which may refer back into `history`. */
  inflate(bytes: Uint8Array, start: number, end: number, history: Uint8Array): Inflation {
    if (this.#work > FREE_WORK && this.#work > WORK_PER_BYTE * this.#taken) return 'too-much';
    if (this.#scratch.length === 0) this.#scratch = new Uint8Array(MAX_INFLATED + 1);
    const input = new Uint8Array(end - start + END.length);
    input.set(bytes.subarray(start, end));
    input.set(END, end - start);
    this.#taken += input.length;
    for (let at = 0; at <= MAX_INFLATED; at += STEP) this.#scratch[at] = this.#mark;
    try {
      this.output = inflateSync(input, { out: this.#scratch, dictionary: history });
    } catch {
      this.output = NO_BYTES;
      this.#work += this.#written();
      // fflate also fails when a stored block begins beyond the buffer.
      return this.#scratch[MAX_INFLATED] === this.#mark ? 'damaged' : this.#tooLong(input.length);
    }
    this.#work += this.output.length;
    return this.output.length <= MAX_INFLATED ? 'done' : this.#tooLong(input.length);
  }

  #tooLong(input: number): Inflation {
    this.output = NO_BYTES;
    // What went past the end of the buffer is not known; it was at most this (258 bytes for two bits).
    this.#work += 1032 * input;
    return 'too-long';
  }

  /** How far a failed inflation got, in bytes, roughly. */
  #written(): number {
    let last = MAX_INFLATED;
    while (last > 0 && this.#scratch[last] === this.#mark) last -= STEP;
    return last + STEP;
  }
}
