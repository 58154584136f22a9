import { type OpenedFile, openFile } from './file-chunks.ts';
import { openRandom, type RandomAccess } from './archive/random-access.ts';
import { STDIN, stdinChunks } from './stdin-chunks.ts';

/** The file or stream that a path stands for, as it lies there. Counts what is taken from it, in whatever order. */
export class Outer {
  readonly path: string;
  /** Size of the file; null for a stream. */
  readonly bytesTotal: number | null;
  readonly #file: OpenedFile | null;
  #bytes = 0;

  private constructor(path: string, file: OpenedFile | null) {
    this.path = path;
    this.#file = file;
    this.bytesTotal = file?.size ?? null;
  }

  /** Opens now, so that a wrong path fails at once, with an InputError. */
  static async open(path: string): Promise<Outer> {
    return new Outer(path, path === STDIN ? null : await openFile(path));
  }

  /** Bytes taken so far; never more than there are, though some may have been read twice. */
  get bytesRead(): number {
    const whole = this.#file?.regular === true ? this.#file.size : Number.POSITIVE_INFINITY;
    return Math.min(this.#bytes, whole);
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#file?.chunks ?? stdinChunks()) {
      this.#bytes += chunk.length;
      yield chunk;
    }
  }

  /** The file in any order; null when it is none. */
  async random(): Promise<RandomAccess | null> {
    if (this.#file?.regular !== true) return null;
    this.#bytes = 0;
    return openRandom(this.path, (bytes) => {
      this.#bytes += bytes;
    });
  }
}
