import { BatchWriter, ENOUGH_BYTES } from '../call/handover.ts';
import type { ChunkEnd } from '../adopted-source.ts';
import type { InputError } from '../input/errors.ts';
import { nodeCrypto } from '../input/node-crypto.ts';
import { KeyLog } from '../network/tls/key-log.ts';
import { SourceReading } from '../source-reading.ts';
import { zoneNamed } from '../textlog/time/zone.ts';
import type { PathProgress } from './progress.ts';
import { readPath } from './read-path.ts';
import type { ReadEvent, ReadTask, ToldProblem } from './task.ts';

/** Between two words on how far reading has got, ms: each costs both threads. */
const PROGRESS_EVERY = 100;

/** Where the events of a path go. */
interface Receiver {
  send(event: ReadEvent): void;
  hasRoom(): Promise<boolean>;
}

/** Reads a path and sends what comes of it. Throws InputError when the path itself cannot be read. */
export class PathSender {
  readonly #task: Pick<ReadTask, 'path' | 'options'>;
  #writer = new BatchWriter();
  /** Chunks that gave what the writer has. */
  #chunks: ChunkEnd[] = [];

  constructor(task: Pick<ReadTask, 'path' | 'options'>) {
    this.#task = task;
  }

  /** The buffer of a batch is free again. */
  giveBack(buffer: ArrayBuffer): void {
    this.#writer.giveBack(buffer);
  }

  async read(receiver: Receiver): Promise<void> {
    const { path, options } = this.#task;
    const keys = new KeyLog();
    if (options.keylog !== undefined) keys.add(options.keylog);
    const logZone =
      options.logZone === undefined ? undefined : (zoneNamed(options.logZone) ?? undefined);
    let toldAt = 0;
    let untold: PathProgress | null = null;
    const opened = await readPath(path, {
      open: (input) => {
        this.#writer = new BatchWriter();
        receiver.send({ kind: 'source' });
        const reading: SourceReading = new SourceReading({
          index: 0,
          path: input.path,
          unread: input.unread,
          ...options,
          target: this.#writer,
          keys,
          crypto: nodeCrypto,
          logZone,
          onChunk: () => this.#endChunk(reading, receiver),
        });
        return reading;
      },
      close: (reading) => {
        this.#endChunk(reading, receiver);
        this.#flush(reading, receiver);
        receiver.send({ kind: 'end', outcome: reading.outcome });
      },
      locked: (problem) => receiver.send({ kind: 'locked', problem: told(problem) }),
      progress: (progress) => {
        const now = performance.now();
        untold = progress;
        if (now - toldAt < PROGRESS_EVERY) return;
        toldAt = now;
        untold = null;
        receiver.send({ kind: 'progress', progress });
      },
      goesOn: () => receiver.hasRoom(),
    });
    if (untold !== null) receiver.send({ kind: 'progress', progress: untold });
    receiver.send({ kind: 'done', opened });
  }

  /** Small chunks are sent together: each sending costs both threads. */
  #endChunk(reading: SourceReading, receiver: Receiver): void {
    const { used } = this.#writer;
    if (used === (this.#chunks.at(-1)?.used ?? 0)) return;
    this.#chunks.push({ used, times: reading.times });
    if (used >= ENOUGH_BYTES) this.#flush(reading, receiver);
  }

  #flush({ isLog }: SourceReading, receiver: Receiver): void {
    if (this.#chunks.length === 0) return;
    const chunks = this.#chunks;
    this.#chunks = [];
    receiver.send({ kind: 'chunks', batch: this.#writer.take(), isLog, chunks });
  }
}

/** An error as plain data. */
export function told({ problem, path, message, needs }: InputError): ToldProblem {
  return { problem, path, text: message.slice(path.length + 2), needs };
}
