import type { Transport } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';
import { readMessage } from '../sip/read.ts';
import type { Placed } from './inference.ts';

/** Messages, and their bytes, that may wait. */
const MAX_WAITING = 64;
const MAX_BYTES = 1 << 18;

/** One that waits, and what its envelope told. */
export interface Waiting extends Placed {
  readonly transport: Transport;
}

/**
 * The first messages of a log whose own end nothing has told yet: a request to `sip:1002@example.com` does not say which address it
 * came in at, a few rows later the host's own Via does. They wait for that, in their order, so that one host is one end throughout.
 */
export class WaitingRoom {
  #waiting: Waiting[] = [];
  #bytes = 0;
  #closed = false;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Nobody waits, and nobody has to any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Takes a copy; false when the room is full: then nothing will tell. */
  take(one: Waiting): boolean {
    const { message } = one;
    this.#bytes += message.end - message.start;
    if (this.#waiting.length >= MAX_WAITING || this.#bytes > MAX_BYTES) return false;
    const copy = copyOf(message);
    if (copy !== null) this.#waiting.push({ ...one, message: copy });
    return true;
  }

  /** Closes the room; gives everyone who was in it. */
  empty(): readonly Waiting[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#closed = true;
    return waiting;
  }
}

function copyOf(message: Message): Message | null {
  const bytes = message.bytes.slice(message.start, message.end);
  const copy = readMessage(bytes, 0, bytes.length);
  if (copy === null) return null;
  const { time, frame, offset, leniency, ipId, ttl, point } = message;
  return Object.assign(copy, { time, frame, offset, leniency, ipId, ttl, point });
}
