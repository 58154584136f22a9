import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { ReadAnswer, ReadEvent } from './task.ts';

/** Bytes of messages on their way, at most: the other thread may be busy with an earlier path. */
const MAX_WAITING = 8 << 20;

/** What a thread sends of the path that it reads, no further ahead than the other side bears. */
export class Outbox {
  readonly #port: MessagePort;
  readonly #onReturn: (buffer: ArrayBuffer) => void;
  #waiting = 0;
  #stopped = false;

  /** `onReturn` gets each batch's buffer when it is free again. */
  constructor(port: MessagePort, onReturn: (buffer: ArrayBuffer) => void) {
    this.#port = port;
    this.#onReturn = onReturn;
    port.on('message', (answer: ReadAnswer) => {
      if (answer.kind === 'stop') this.#stopped = true;
      else {
        this.#waiting -= answer.buffer.byteLength;
        this.#onReturn(answer.buffer);
      }
    });
  }

  /** Nobody wants more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Sends an event; the buffer of a chunk goes with it. */
  send(event: ReadEvent): void {
    if (event.kind !== 'chunks') {
      this.#port.postMessage(event, []);
      return;
    }
    const { buffer } = event.batch;
    this.#waiting += buffer.byteLength;
    this.#port.postMessage(event, [buffer]);
  }

  /** Waits until there is room for more; false when nobody wants it. */
  async hasRoom(): Promise<boolean> {
    while (this.#waiting > MAX_WAITING && !this.#stopped) await once(this.#port, 'message');
    return !this.#stopped;
  }

  /** Waits until there is room, for what has to be sent to its end. */
  async room(): Promise<void> {
    while (this.#waiting > MAX_WAITING) await once(this.#port, 'message');
  }

  close(): void {
    this.#port.close();
  }
}
