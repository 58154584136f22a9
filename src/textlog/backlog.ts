/** The bytes of a log that were not read yet, always in one piece and in memory that is used again. */
export class Backlog {
  /** Offset of its first byte in the log. */
  offset = 0;
  #memory = new Uint8Array(0);
  #length = 0;

  /** All that is left, and what came; valid until the next call of either function. */
  add(bytes: Uint8Array): Uint8Array {
    const length = this.#length + bytes.length;
    if (length > this.#memory.length) {
      const grown = new Uint8Array(length + (length >> 1));
      grown.set(this.#memory.subarray(0, this.#length));
      this.#memory = grown;
    }
    this.#memory.set(bytes, this.#length);
    this.#length = length;
    return this.#memory.subarray(0, length);
  }

  /** The first `count` bytes were read. */
  read(count: number): void {
    this.#memory.copyWithin(0, count, this.#length);
    this.#length -= count;
    this.offset += count;
  }
}
