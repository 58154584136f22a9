import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { inputError } from '../input/errors.ts';

const BUFFER = 1 << 18;

/** A file that is written piece by piece. */
export class BytesOut {
  readonly #path: string;
  readonly #file: number;
  readonly #buffer = new Uint8Array(BUFFER);
  #used = 0;

  /** @throws InputError when the file cannot be made */
  constructor(path: string) {
    this.#path = path;
    try {
      this.#file = openSync(path, 'w');
    } catch (error) {
      throw inputError(path, error);
    }
  }

  write(bytes: Uint8Array): void {
    if (this.#used + bytes.length > BUFFER) this.#flush();
    if (bytes.length > BUFFER) {
      this.#writeAll(bytes);
      return;
    }
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  /** Nothing came of it. */
  drop(): void {
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #flush(): void {
    this.#writeAll(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }

  #writeAll(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) at += writeSync(this.#file, bytes, at);
  }
}
