import { NO_BYTES } from '../../capture/bytes.ts';
import type { Inflater, Inflation } from '../inflate.ts';

/** LZ77 window (RFC 7692 §7.1.2), bytes. */
const WINDOW = 32_768;
/** Windows kept for all connections together, bytes. */
const MAX_WINDOWS = 1 << 26;

/** What the connections of a source share. */
export interface DeflateShare {
  readonly inflater: Inflater;
  /** Bytes of all windows. */
  held: number;
}

/** permessage-deflate of one direction: messages refer back to earlier ones unless the handshake forbade it. */
export class DeflateContext {
  /** Whether messages may refer back; true until a handshake says otherwise. */
  takeover = true;
  readonly #share: DeflateShare;
  #window: Uint8Array = NO_BYTES;

  constructor(share: DeflateShare) {
    this.#share = share;
  }

  /** Inflates a message; what comes out is in the inflater's `output`. */
  inflate(bytes: Uint8Array): Inflation {
    const { inflater } = this.#share;
    const history = this.takeover ? this.#window : NO_BYTES;
    const result = inflater.inflate(bytes, 0, bytes.length, history);
    // A message that could not be read leaves a hole in the window: nothing before it can be referred to rightly.
    if (result === 'done' && this.takeover) this.#remember(inflater.output);
    else this.forget();
    return result;
  }

  /** A message is missing, or the direction is over. */
  forget(): void {
    this.#share.held -= this.#window.length;
    this.#window = NO_BYTES;
  }

  #remember(output: Uint8Array): void {
    const kept = Math.min(this.#window.length, Math.max(0, WINDOW - output.length));
    const tail = output.subarray(Math.max(0, output.length - WINDOW));
    const before = this.#window;
    this.forget();
    if (this.#share.held + kept + tail.length > MAX_WINDOWS) return;
    const window = new Uint8Array(kept + tail.length);
    window.set(before.subarray(before.length - kept));
    window.set(tail, kept);
    this.#window = window;
    this.#share.held += window.length;
  }
}
