/** The door to node:zlib: one stream that is fed piece by piece and says how each piece went. */
import { createGunzip, createInflateRaw } from 'node:zlib';

/** Output buffer of zlib, bytes. */
const OUTPUT_BYTES = 262_144;

/** gzip members, or deflate without any wrapping. */
export type InflateKind = 'gzip' | 'raw';

export type PieceOutcome = 'more' | 'over' | 'failed';

export class Inflater {
  readonly #zlib: ReturnType<typeof createGunzip | typeof createInflateRaw>;
  #output: Uint8Array[] = [];
  #outcome: PieceOutcome = 'more';
  #wake: () => void = () => undefined;

  constructor(kind: InflateKind) {
    const create = kind === 'gzip' ? createGunzip : createInflateRaw;
    this.#zlib = create({ chunkSize: OUTPUT_BYTES });
    this.#zlib.on('data', (chunk: Uint8Array) => this.#output.push(chunk));
    this.#zlib.on('end', () => this.#settle('over'));
    this.#zlib.on('error', () => this.#settle('failed'));
  }

  /** Feeds one piece; resolves when zlib is done with it. `over`: the data ended, rest of the piece included or not. */
  feed(piece: Uint8Array): Promise<PieceOutcome> {
    return this.#until((done) => {
      this.#zlib.write(piece, (error) => (error ? this.#settle('failed') : done()));
    });
  }

  /** No more input: `failed` when the data is cut. */
  finish(): Promise<PieceOutcome> {
    // The callback may come well before the error: only the events are certain here.
    return this.#until(() => this.#zlib.end());
  }

  /** What was expanded since the last call. */
  take(): Uint8Array[] {
    const output = this.#output;
    this.#output = [];
    return output;
  }

  close(): void {
    this.#zlib.destroy();
  }

  /** zlib drops the write callback when it loses interest in the input, so the events are waited for too. */
  async #until(start: (done: () => void) => void): Promise<PieceOutcome> {
    if (this.#outcome === 'more') {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        start(resolve);
      });
      // An error is announced one tick after the callback.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    return this.#outcome;
  }

  #settle(outcome: PieceOutcome): void {
    if (this.#outcome === 'more') this.#outcome = outcome;
    this.#wake();
  }
}
