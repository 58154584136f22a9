import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { InputError } from '../errors.ts';
import { RandomAccess } from './random-access.ts';

/** Room for temporary files, shared by everything that one input is unpacked into. */
export class Spool {
  #room: number;

  /** `room` in bytes. */
  constructor(room: number) {
    this.#room = room;
  }

  /** Puts a stream aside so that it can be read in any order; null when it is too large, or there is no place for it. */
  async put(stream: AsyncIterable<Uint8Array>): Promise<RandomAccess | null> {
    const file = await temporaryFile();
    if (file === null) return null;
    const { handle, remove } = file;
    let size = 0;
    let fits = true;
    try {
      for await (const chunk of stream) {
        fits = chunk.length <= this.#room;
        if (!fits) break;
        this.#room -= chunk.length;
        size += chunk.length;
        await handle.writeFile(chunk);
      }
    } catch (error) {
      // The disk is full, say; but what the stream itself throws is for others.
      fits = false;
      if (error instanceof InputError) throw error;
    } finally {
      if (!fits) {
        this.#room += size;
        await handle.close();
        await remove();
      }
    }
    if (!fits) return null;
    const onClose = async (): Promise<void> => {
      this.#room += size;
      await remove();
    };
    return new RandomAccess(handle, size, { path: 'temporary file', onClose });
  }
}

interface TemporaryFile {
  readonly handle: FileHandle;
  readonly remove: () => Promise<void>;
}

/** A file that nobody else can open; where the system allows it, its name is gone before anything is in it. */
async function temporaryFile(): Promise<TemporaryFile | null> {
  let folder: string;
  try {
    folder = await mkdtemp(join(tmpdir(), 'siptriage-'));
  } catch {
    return null;
  }
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const handle = await open(join(folder, 'zip'), 'wx+', 0o600);
    if (process.platform === 'win32') return { handle, remove };
    await remove();
    return { handle, remove: () => Promise.resolve() };
  } catch {
    await remove();
    return null;
  }
}
