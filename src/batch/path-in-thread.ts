import type { MessagePort } from 'node:worker_threads';
import type { ReadAnswer, ReadEvent } from './task.ts';
import type { ThreadPool } from './thread-pool.ts';

/** A path that a thread reads: what comes of it waits here until its turn. */
export class PathInThread {
  /** Bytes of messages that wait for the turn. */
  waitingBytes = 0;
  readonly #port: MessagePort;
  readonly #waiting: ReadEvent[] = [];
  #take: ((event: ReadEvent) => void) | null = null;
  readonly #over: Promise<void>;

  /** `onRead` is called when the thread is free again. */
  constructor(pool: ThreadPool, task: Parameters<ThreadPool['read']>[0], onRead: () => void) {
    const { port, over } = pool.read(task);
    this.#port = port;
    this.#over = new Promise((resolve, reject) => {
      over.catch(reject);
      port.on('message', (event: ReadEvent) => {
        const isLast = event.kind === 'done' || event.kind === 'failed';
        if (isLast) onRead();
        if (this.#take === null) this.#wait(event);
        else this.#take(event);
        if (isLast) resolve();
      });
    });
    // Heard when its turn comes.
    this.#over.catch(() => undefined);
  }

  /** Its turn: hands out what waits, then what comes, until there is no more. */
  async turn(take: (event: ReadEvent) => void): Promise<void> {
    for (const event of this.#waiting.splice(0)) take(event);
    this.waitingBytes = 0;
    this.#take = take;
    await this.#over;
    this.#port.close();
  }

  answer(answer: ReadAnswer, transfer: ArrayBuffer[] = []): void {
    this.#port.postMessage(answer, transfer);
  }

  #wait(event: ReadEvent): void {
    this.#waiting.push(event);
    if (event.kind === 'chunk') this.waitingBytes += event.batch.buffer.byteLength;
  }
}
