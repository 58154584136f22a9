import { NO_BYTES } from '../../capture/bytes.ts';

/** Bytes that come piece by piece and go from the front. Memory follows what has come; a byte is moved a few times at most. */
export class Gathered {
  /** Valid up to `length`, until the next change. */
  bytes: Uint8Array = NO_BYTES;
  length = 0;

  append(bytes: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    const length = this.length + end - start;
    if (length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.length));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(bytes.subarray(start, end), this.length);
    this.length = length;
  }

  /** Takes the first `count` bytes away. */
  drop(count: number): void {
    if (count >= this.length) return this.clear();
    this.bytes.copyWithin(0, count, this.length);
    this.length -= count;
  }

  clear(): void {
    this.bytes = NO_BYTES;
    this.length = 0;
  }
}
