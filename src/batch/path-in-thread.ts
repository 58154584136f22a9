import type { MessagePort } from 'node:worker_threads';
import type { PathProgress } from './progress.ts';
import type { ReadAnswer, ReadEvent, TakenEvent } from './task.ts';
import type { ThreadPool } from './thread-pool.ts';

/** Who hears of it before its turn. */
interface PathListener {
  /** The thread is free again. */
  readonly onRead: () => void;
  readonly onProgress: (progress: PathProgress) => void;
}

/** A path that a thread reads: what comes of it waits here until its turn. */
export class PathInThread {
  readonly path: string;
  /** Bytes of messages that wait for the turn. */
  waitingBytes = 0;
  readonly #port: MessagePort;
  readonly #waiting: TakenEvent[] = [];
  #take: ((event: TakenEvent) => void) | null = null;
  readonly #over: Promise<void>;

  constructor(
    pool: ThreadPool,
    task: Parameters<ThreadPool['read']>[0],
    { onRead, onProgress }: PathListener,
  ) {
    this.path = task.path;
    const { port, over } = pool.read(task);
    this.#port = port;
    this.#over = new Promise((resolve, reject) => {
      over.catch(reject);
      port.on('message', (event: ReadEvent) => {
        if (event.kind === 'progress') {
          onProgress(event.progress);
          return;
        }
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
  async turn(take: (event: TakenEvent) => void): Promise<void> {
    for (const event of this.#waiting.splice(0)) take(event);
    this.waitingBytes = 0;
    this.#take = take;
    await this.#over;
    this.#port.close();
  }

  answer(answer: ReadAnswer, transfer: ArrayBuffer[] = []): void {
    this.#port.postMessage(answer, transfer);
  }

  #wait(event: TakenEvent): void {
    this.#waiting.push(event);
    if (event.kind === 'chunks') this.waitingBytes += event.batch.buffer.byteLength;
  }
}
