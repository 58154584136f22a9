import type { FileHandle } from 'node:fs/promises';

/** Bytes per read. */
const CHUNK_BYTES = 1 << 20;
/** First bytes by which a file that was written anew is told from one that grew. */
const MARK_BYTES = 64;

/** Takes the bytes of one file; each chunk is valid until the call returns. */
export interface ByteSink {
  push(chunk: Uint8Array): void;
  /** All that there is was read; nothing more had come by then (ms). */
  settled(until: number): void;
  /** No more will come. */
  end(): void;
}

/** One file that is followed: what it is on the disk, and how far it was read. */
export class FollowedFile {
  path: string;
  readonly id: string;
  readonly sink: ByteSink;
  offset = 0;
  /** When bytes last came, ms. */
  grewAt: number;
  /** Since when it has no name that is followed, ms. */
  orphanedAt: number | null = null;
  isUnreadable = false;
  readonly #handle: FileHandle;
  #mark = new Uint8Array(0);
  /** Zeros that a writer left who did not notice that the file was emptied are passed over. */
  #skipsZeros: boolean;

  constructor(
    path: string,
    id: string,
    handle: FileHandle,
    sink: ByteSink,
    { now, afterEmptying = false }: { readonly now: number; readonly afterEmptying?: boolean },
  ) {
    this.path = path;
    this.id = id;
    this.#handle = handle;
    this.sink = sink;
    this.grewAt = now;
    this.#skipsZeros = afterEmptying;
  }

  /** Reads on, `budget` bytes at most; what of it is left. */
  async readOn(budget: number, buffer: Uint8Array, now: number): Promise<number> {
    let left = budget;
    while (left > 0) {
      const { bytesRead } = await this.#handle.read(
        buffer,
        0,
        Math.min(left, buffer.length),
        this.offset,
      );
      if (bytesRead === 0) break;
      this.grewAt = now;
      this.#take(buffer.subarray(0, bytesRead));
      left -= bytesRead;
    }
    return left;
  }

  /** Whether its size or its first bytes say that it was emptied and is written anew. */
  async wasEmptied(size: number): Promise<boolean> {
    if (size < this.offset) return true;
    if (size === this.offset || this.#mark.length === 0) return false;
    const head = new Uint8Array(this.#mark.length);
    const { bytesRead } = await this.#handle.read(head, 0, head.length, 0);
    return bytesRead < head.length || head.some((byte, at) => byte !== this.#mark[at]);
  }

  async size(): Promise<number> {
    return (await this.#handle.stat()).size;
  }

  /** The handle, for the one that follows the same file from its beginning. */
  anew(sink: ByteSink, now: number): FollowedFile {
    return new FollowedFile(this.path, this.id, this.#handle, sink, { now, afterEmptying: true });
  }

  async close(): Promise<void> {
    this.sink.end();
    await this.#handle.close().catch(() => undefined);
  }

  #take(chunk: Uint8Array): void {
    if (this.#mark.length < MARK_BYTES) {
      const more = chunk.subarray(0, MARK_BYTES - this.#mark.length);
      this.#mark = Uint8Array.from([...this.#mark, ...more]);
    }
    this.offset += chunk.length;
    let from = 0;
    if (this.#skipsZeros) {
      while (from < chunk.length && chunk[from] === 0) from += 1;
      if (from === chunk.length) return;
      this.#skipsZeros = false;
    }
    this.sink.push(chunk.subarray(from));
  }
}

export const newBuffer = (): Uint8Array => new Uint8Array(CHUNK_BYTES);
