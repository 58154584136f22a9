/** The only door to tinypool. */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { ReadTask } from './task.ts';

/** Beside this file: a module, or a part of the bundled command. A source needs help to be loaded. */
const KIND = extname(fileURLToPath(import.meta.url));
const FILE = KIND === '.ts' ? '../../scripts/worker.js' : `./worker${KIND}`;
/** What a thread runs: all code that reads, in the bundled command. */
export const WORKER = new URL(FILE, import.meta.url);

/** Paths that one thread has in hand: while one waits for its disk, or for the main thread, it reads the other. */
export const PATHS_PER_THREAD = 2;

export interface ThreadPool {
  /** Gives a path to the next free thread; what comes of it arrives at the port. The promise fails when the thread does. */
  read(task: Omit<ReadTask, 'port'>): { readonly port: MessagePort; readonly over: Promise<void> };
  close(): Promise<void>;
}

/** Starts so many threads. */
export async function startThreads(count: number): Promise<ThreadPool> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: WORKER.href,
    // None ends before all is read: a new one would have to compile everything anew.
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: PATHS_PER_THREAD,
    // Reading leaves hardly an object behind.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  return {
    read(task) {
      const { port1: port, port2 } = new MessageChannel();
      const over = pool.run({ ...task, port: port2 }, { transferList: [port2] }) as Promise<void>;
      return { port, over };
    },
    close: () => pool.destroy(),
  };
}
