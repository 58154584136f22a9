import { copyOf } from './bytes.ts';

/**
 * A stream's chunks for a package that keeps them for longer than they are valid. What the stream itself throws is
 * remembered: the package passes it on like damage to its data, and it is none.
 */
export class CopiedChunks {
  readonly #source: AsyncIterable<Uint8Array>;
  #failure: Error | undefined;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#source) yield copyOf(chunk, 0, chunk.length);
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }

  throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}
