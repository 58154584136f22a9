import { copyOf } from '../../capture/bytes.ts';

/** Reads the fields of a structure one after the other. Past the end they read as zeros and empty, and `cut` says so. */
export class FieldReader {
  cut = false;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  number(size: 1 | 2 | 3): number {
    let value = 0;
    for (const byte of this.take(size)) value = (value << 8) | byte;
    return value;
  }

  /** The next `length` bytes, as a view. */
  take(length: number): Uint8Array {
    if (length > this.left) {
      this.cut = true;
      this.#at = this.#bytes.length;
      return new Uint8Array(0);
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** The next `length` bytes, to keep. */
  copy(length: number): Uint8Array {
    const bytes = this.take(length);
    return copyOf(bytes, 0, bytes.length);
  }

  /** A vector with its length in front (RFC 8446 §3.4). */
  vector(size: 1 | 2 | 3): Uint8Array {
    return this.take(this.number(size));
  }

  /** A vector, to be read in turn. */
  inside(size: 1 | 2 | 3): FieldReader {
    return new FieldReader(this.vector(size));
  }
}
