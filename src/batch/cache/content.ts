import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** SHA-256 of the file's bytes, in hexadecimal. */
export async function contentHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Uint8Array);
  }
  return hash.digest('hex');
}

/** The state of a file by which a change is noticed without reading it. */
export class FileState {
  readonly size: bigint;
  readonly #found: BigIntStats;
  readonly #path: string;

  private constructor(path: string, found: BigIntStats) {
    this.#path = path;
    this.#found = found;
    this.size = found.size;
  }

  /** Null for what is no ordinary file. */
  static async of(path: string): Promise<FileState | null> {
    const found = await stat(path, { bigint: true }).catch(() => null);
    return found?.isFile() === true ? new FileState(path, found) : null;
  }

  /** Equal for the same file while nobody writes to it. */
  get id(): string {
    const { dev, ino, size, mtimeNs, ctimeNs } = this.#found;
    const parts = [resolve(this.#path), dev, ino, size, mtimeNs, ctimeNs];
    return createHash('sha256').update(parts.join('\0')).digest('hex');
  }

  /** Written just now: another change may leave the same times behind. */
  get isFresh(): boolean {
    const { mtimeMs, ctimeMs } = this.#found;
    const changed = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs);
    return Math.abs(Date.now() - changed) < FRESH_MS;
  }
}

/** File systems with the coarsest times count in steps of 2 s. */
const FRESH_MS = 3000;
