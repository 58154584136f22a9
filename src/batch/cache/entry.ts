import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { deserialize } from 'node:v8';
import type { RecordBatch } from '../../call/handover.ts';
import type { ReadEvent } from '../task.ts';

/** An entry begins so; the number grows with every change of what follows. */
export const MAGIC = Buffer.from('siptriage cache 2\n');
/** A frame's event and the bytes behind it, each with its length before them. */
export const FRAME_HEAD = 8;
/** SHA-256 of all before it ends the entry. */
const DIGEST = 32;
const CHUNK = 1 << 20;

type Kept<K extends ReadEvent['kind']> = Extract<ReadEvent, { kind: K }>;

/** What is kept of an event: of a batch the words; its bytes follow by themselves. */
export type KeptEvent =
  | Kept<'source' | 'end' | 'done'>
  | (Omit<Kept<'chunks'>, 'batch'> & { batch: Omit<RecordBatch, 'buffer' | 'used'> });

/** Whether every byte of an entry is as it was written. */
export async function isWhole(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  const end = size - DIGEST;
  if (end < MAGIC.length) return false;
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; at < end;) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(CHUNK, end - at), at);
    if (bytesRead === 0) return false;
    if (at === 0 && !chunk.subarray(0, bytesRead).subarray(0, MAGIC.length).equals(MAGIC)) {
      return false;
    }
    hash.update(chunk.subarray(0, bytesRead));
    at += bytesRead;
  }
  const digest = Buffer.alloc(DIGEST);
  await file.read(digest, 0, DIGEST, end);
  return digest.equals(hash.digest());
}

/** The events of a whole entry. */
export async function* eventsOf(file: FileHandle): AsyncGenerator<ReadEvent> {
  const end = (await file.stat()).size - DIGEST;
  let at = MAGIC.length;
  const read = async (length: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(length);
    await file.read(bytes, 0, length, at);
    at += length;
    return bytes;
  };
  while (at < end) {
    const head = new DataView((await read(FRAME_HEAD)).buffer);
    const kept = deserialize(await read(head.getUint32(0))) as KeptEvent;
    const bytes = await read(head.getUint32(4));
    if (kept.kind !== 'chunks') yield kept;
    else {
      const batch = { ...kept.batch, buffer: bytes.buffer as ArrayBuffer, used: bytes.length };
      yield { ...kept, batch };
    }
  }
}
