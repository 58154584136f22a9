/** What a worker thread runs: reads one path and sends what comes of it. */
import { once } from 'node:events';
import { BatchWriter } from '../call/handover.ts';
import { InputError } from '../input/errors.ts';
import { nodeCrypto } from '../input/node-crypto.ts';
import { KeyLog } from '../network/tls/key-log.ts';
import { SourceReading } from '../source-reading.ts';
import { zoneNamed } from '../textlog/time/zone.ts';
import { readPath } from './read-path.ts';
import type { ReadAnswer, ReadEvent, ReadTask, ToldProblem } from './task.ts';

/** Bytes of messages on their way, at most: the other thread may be busy with an earlier path. */
const MAX_WAITING = 24 << 20;

export default async function read({ path, options, port }: ReadTask): Promise<void> {
  const keys = new KeyLog();
  if (options.keylog !== undefined) keys.add(options.keylog);
  const logZone =
    options.logZone === undefined ? undefined : (zoneNamed(options.logZone) ?? undefined);
  let waiting = 0;
  let stopped = false;
  let writer = new BatchWriter();
  const send = (event: ReadEvent, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(event, transfer);
  port.on('message', (answer: ReadAnswer) => {
    if (answer.kind === 'stop') stopped = true;
    else {
      waiting -= answer.buffer.byteLength;
      writer.giveBack(answer.buffer);
    }
  });
  const flush = (reading: SourceReading): void => {
    const batch = writer.take();
    if (batch === null) return;
    waiting += batch.buffer.byteLength;
    const { isLog, times } = reading;
    send({ kind: 'chunk', batch, isLog, times }, [batch.buffer]);
  };
  try {
    const opened = await readPath(path, {
      open(input) {
        writer = new BatchWriter();
        send({ kind: 'source' });
        const reading: SourceReading = new SourceReading({
          index: 0,
          path: input.path,
          unread: input.unread,
          ...options,
          target: writer,
          keys,
          crypto: nodeCrypto,
          logZone,
          onChunk: () => flush(reading),
        });
        return reading;
      },
      close(reading) {
        flush(reading);
        send({ kind: 'end', outcome: reading.outcome });
      },
      locked: (problem) => send({ kind: 'locked', problem: told(problem) }),
      progress: (progress) => send({ kind: 'progress', progress }),
      async goesOn() {
        while (waiting > MAX_WAITING && !stopped) await once(port, 'message');
        return !stopped;
      },
    });
    send({ kind: 'done', opened });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    send({ kind: 'failed', problem: told(error) });
  } finally {
    port.close();
  }
}

function told({ problem, path, message, needs }: InputError): ToldProblem {
  return { problem, path, text: message.slice(path.length + 2), needs };
}
