/** There are fewer bytes than bits were asked for. */
export class OutOfBits extends Error {}

/** Reads bits from bytes, highest first. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #bits = 0;

  /** Begins at bit `position` of `bytes`. */
  constructor(bytes: Uint8Array, position: number) {
    this.#bytes = bytes;
    this.#at = position >>> 3;
    if ((position & 7) !== 0) this.read(position & 7);
  }

  /** Bits read so far, counted from the beginning of the bytes. */
  get position(): number {
    return this.#at * 8 - this.#held;
  }

  /** The next `count` ≤ 32 bits. */
  read(count: number): number {
    if (count > 16) return (this.read(count - 16) << 16) | this.read(16);
    while (this.#held < count) {
      if (this.#at >= this.#bytes.length) throw new OutOfBits();
      this.#bits = (this.#bits << 8) | this.#bytes[this.#at]!;
      this.#at += 1;
      this.#held += 8;
    }
    this.#held -= count;
    return (this.#bits >>> this.#held) & ((1 << count) - 1);
  }

  /** Skips to the next whole byte. */
  align(): void {
    this.#held -= this.#held & 7;
  }
}
