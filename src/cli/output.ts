import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Io } from './io.ts';

/** Small chunks are joined: one system call per line would be most of the run time. */
const BATCH = 1 << 16;

function* batches(chunks: Iterable<string>): Iterable<string> {
  let batch = '';
  for (const chunk of chunks) {
    batch += chunk;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}

async function writeAll(stream: NodeJS.WritableStream, chunks: Iterable<string>): Promise<void> {
  for (const batch of batches(chunks)) {
    if (!stream.write(batch)) await once(stream, 'drain');
  }
}

/** Writes to the file, or to standard output when there is none. The file appears only when there is something to write. */
export async function writeOutput(
  chunks: Iterable<string>,
  file: string | undefined,
  io: Io,
): Promise<void> {
  if (file === undefined || file === '-') {
    await writeAll(io.stdout, chunks);
    return;
  }
  const stream = createWriteStream(file);
  const done = finished(stream);
  await Promise.all([done, writeAll(stream, chunks).finally(() => stream.end())]);
}
