import { BatchWriter } from '../call/handover.ts';
import type { InputError } from '../input/errors.ts';
import { nodeCrypto } from '../input/node-crypto.ts';
import { KeyLog } from '../network/tls/key-log.ts';
import { SourceReading } from '../source-reading.ts';
import { zoneNamed } from '../textlog/time/zone.ts';
import { readPath } from './read-path.ts';
import type { ReadEvent, ReadTask, ToldProblem } from './task.ts';

/** Where the events of a path go. */
interface Receiver {
  send(event: ReadEvent): void;
  hasRoom(): Promise<boolean>;
}

/** Reads a path and sends what comes of it. Throws InputError when the path itself cannot be read. */
export class PathSender {
  readonly #task: Pick<ReadTask, 'path' | 'options'>;
  #writer = new BatchWriter();

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
          onChunk: () => this.#flush(reading, receiver),
        });
        return reading;
      },
      close: (reading) => {
        this.#flush(reading, receiver);
        receiver.send({ kind: 'end', outcome: reading.outcome });
      },
      locked: (problem) => receiver.send({ kind: 'locked', problem: told(problem) }),
      progress: (progress) => receiver.send({ kind: 'progress', progress }),
      goesOn: () => receiver.hasRoom(),
    });
    receiver.send({ kind: 'done', opened });
  }

  #flush(reading: SourceReading, receiver: Receiver): void {
    const batch = this.#writer.take();
    if (batch === null) return;
    const { isLog, times } = reading;
    receiver.send({ kind: 'chunk', batch, isLog, times });
  }
}

/** An error as plain data. */
export function told({ problem, path, message, needs }: InputError): ToldProblem {
  return { problem, path, text: message.slice(path.length + 2), needs };
}
