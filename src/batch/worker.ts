/** What a worker thread runs: reads one path, or what the cache kept of it, and sends what comes of it. */
import { InputError } from '../input/errors.ts';
import { CachedFile } from './cache/cached-file.ts';
import { Outbox } from './outbox.ts';
import { PathSender, told } from './read-and-send.ts';
import type { ReadTask } from './task.ts';

export default async function read(task: ReadTask): Promise<void> {
  const sender = new PathSender(task);
  const outbox = new Outbox(task.port, (buffer) => sender.giveBack(buffer));
  try {
    const cached = task.cache === undefined ? null : await CachedFile.of(task.cache, task);
    if (cached === null) await sender.read(outbox);
    else if (!(await cached.replay(outbox))) await cached.record(outbox, (to) => sender.read(to));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    outbox.send({ kind: 'failed', problem: told(error) });
  } finally {
    outbox.close();
  }
}
