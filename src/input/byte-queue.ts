import { NO_BYTES } from './bytes.ts';

/** Reads a stream of chunks in pieces of the reader's own choice. */
export class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #bytes: Uint8Array = NO_BYTES;
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Everything that is there; valid until the next `fill`. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Nothing comes after `bytes`. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Reads until `bytes` has at least `least`; false when the source ends before. */
  async fill(least: number): Promise<boolean> {
    if (this.#bytes.length >= least) return true;
    if (this.#ended) return false;
    // What is left may lie in a chunk that the source is about to use again.
    const parts = [Uint8Array.from(this.#bytes)];
    let total = this.#bytes.length;
    while (total < least && !this.#ended) {
      const { value, done } = await this.#source.next();
      if (done === true) this.#ended = true;
      else {
        parts.push(Uint8Array.from(value));
        total += value.length;
      }
    }
    this.#bytes = new Uint8Array(total);
    let at = 0;
    for (const part of parts) {
      this.#bytes.set(part, at);
      at += part.length;
    }
    return total >= least;
  }

  /** Drops `count` bytes from the front, which are there. */
  skip(count: number): void {
    this.#bytes = this.#bytes.subarray(count);
  }

  /** Takes `count` bytes from the front, which are there; valid until the next `fill`. */
  take(count: number): Uint8Array {
    const taken = this.#bytes.subarray(0, count);
    this.skip(count);
    return taken;
  }

  /** Frees what is behind it. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
