import { constants, open as openNow } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inputError } from './errors.ts';

/** Bytes per read: large enough that promises do not count, small enough for caches and memory. */
const CHUNK_BYTES = 1_048_576;

/** Buffers of files that were read, for the next ones: a folder has thousands. */
const spares: Uint8Array<ArrayBuffer>[] = [];
const MAX_SPARES = 8;

export interface OpenedFile {
  readonly chunks: AsyncGenerator<Uint8Array>;
  readonly size: number;
  /** It is a file on a disk: it can be opened again and read in any order. */
  readonly regular: boolean;
}

/** Opens now, so that a wrong path fails before anything is printed. */
export async function openFile(path: string): Promise<OpenedFile> {
  let handle: FileHandle;
  let size: number;
  let regular: boolean;
  try {
    if ((await stat(path)).isFIFO()) return await openPipe(path);
    handle = await open(path);
    const found = await handle.stat();
    size = found.size;
    regular = found.isFile();
    if (found.isDirectory()) {
      await handle.close();
      throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    }
  } catch (cause) {
    throw inputError(path, cause);
  }
  return { chunks: fileChunks(handle, path), size, regular };
}

/** Whoever opens or reads a pipe as a file waits for its writer in a thread of the pool, and cannot be interrupted. */
async function openPipe(path: string): Promise<OpenedFile> {
  const fd = await promisify(openNow)(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { chunks: pipeChunks(fd, path), size: 0, regular: false };
}

async function* pipeChunks(fd: number, path: string): AsyncGenerator<Uint8Array> {
  // Nearly no run needs it.
  const { Socket } = await import('node:net');
  const socket = new Socket({ fd, readable: true, writable: false });
  try {
    yield* socket as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw inputError(path, cause);
  } finally {
    socket.destroy();
  }
}

/** Two buffers take turns, so that the disk reads ahead while a chunk is being decoded. */
async function* fileChunks(handle: FileHandle, path: string): AsyncGenerator<Uint8Array> {
  let buffer = spares.pop() ?? new Uint8Array(CHUNK_BYTES);
  let spare = spares.pop() ?? new Uint8Array(CHUNK_BYTES);
  let pending: Promise<{ bytesRead: number }> | undefined;
  try {
    pending = handle.read(buffer, 0, CHUNK_BYTES, null);
    for (;;) {
      const { bytesRead } = await pending;
      pending = undefined;
      if (bytesRead === 0) return;
      pending = handle.read(spare, 0, CHUNK_BYTES, null);
      // Whoever stops early must not leave a rejection unheard.
      pending.catch(() => undefined);
      yield buffer.subarray(0, bytesRead);
      [buffer, spare] = [spare, buffer];
    }
  } catch (cause) {
    throw inputError(path, cause);
  } finally {
    await pending?.catch(() => undefined);
    await handle.close();
    if (spares.length < MAX_SPARES) spares.push(buffer, spare);
  }
}
