import { type FileHandle, open } from 'node:fs/promises';
import { inputError } from '../errors.ts';

const CHUNK_BYTES = 262_144;

interface RandomSetting {
  /** For messages. */
  readonly path: string;
  /** Told how many bytes, each time. */
  readonly onRead?: (bytes: number) => void;
  readonly onClose?: () => Promise<void>;
}

/** A file whose bytes can be read in any order. */
export class RandomAccess {
  readonly size: number;
  readonly #handle: FileHandle;
  readonly #setting: RandomSetting;

  constructor(handle: FileHandle, size: number, setting: RandomSetting) {
    this.#handle = handle;
    this.size = size;
    this.#setting = setting;
  }

  /** Reads into `buffer[offset, offset + length)`; the number of bytes that were there. */
  async read(buffer: Uint8Array, offset: number, length: number, from: number): Promise<number> {
    if (from >= this.size) return 0;
    try {
      const { bytesRead } = await this.#handle.read(buffer, offset, length, from);
      this.#setting.onRead?.(bytesRead);
      return bytesRead;
    } catch (cause) {
      throw inputError(this.#setting.path, cause);
    }
  }

  /** The bytes in `[start, end)`, as far as they are there. */
  async *range(start: number, end: number): AsyncGenerator<Uint8Array> {
    const buffer = new Uint8Array(Math.max(Math.min(CHUNK_BYTES, end - start), 0));
    for (let at = start; at < end;) {
      const length = await this.read(buffer, 0, Math.min(buffer.length, end - at), at);
      if (length === 0) return;
      yield buffer.subarray(0, length);
      at += length;
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
    await this.#setting.onClose?.();
  }
}

/** Opens a file for reading in any order; `onRead` is told how many bytes each time. */
export async function openRandom(
  path: string,
  onRead: (bytes: number) => void,
): Promise<RandomAccess> {
  try {
    const handle = await open(path);
    const { size } = await handle.stat();
    return new RandomAccess(handle, size, { path, onRead });
  } catch (cause) {
    throw inputError(path, cause);
  }
}
