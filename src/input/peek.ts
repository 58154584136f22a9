import { NO_BYTES } from './bytes.ts';

/** A stream of chunks whose beginning can be looked at before it is read. */
export class PeekableBytes implements AsyncIterable<Uint8Array> {
  /** The beginning as far as it was asked for; stays valid. */
  head: Uint8Array = NO_BYTES;
  /** Bytes handed out so far. */
  bytes = 0;
  readonly #source: AsyncIterator<Uint8Array>;
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Reads until `head` has at least `least` bytes or the source is over. Call before iterating only. */
  async peek(least: number): Promise<Uint8Array> {
    while (this.head.length < least && !this.#ended) {
      const { value, done } = await this.#source.next();
      if (done === true) this.#ended = true;
      else this.head = joined(this.head, value);
    }
    return this.head;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      if (this.head.length > 0) {
        this.bytes += this.head.length;
        yield this.head;
      }
      while (!this.#ended) {
        const { value, done } = await this.#source.next();
        if (done === true) return;
        this.bytes += value.length;
        yield value;
      }
    } finally {
      await this.close();
    }
  }

  /** Frees what is behind the stream; needed only when it is not read to its end. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }
}

function joined(head: Uint8Array, more: Uint8Array): Uint8Array {
  const both = new Uint8Array(head.length + more.length);
  both.set(head);
  both.set(more, head.length);
  return both;
}
