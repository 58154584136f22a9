import { KeyLog, type KeyLabel } from './key-log.ts';
import { latin1 } from './text.ts';

/** Where secrets are asked for. */
export interface KeySource {
  /** A secret of the session with this client random (lower-case hexadecimal). */
  secret(clientRandom: string, label: KeyLabel): Uint8Array | null;
  knows(clientRandom: string): boolean;
}

/** The keys for one source: those that the user gave, and those that the capture brings along as it is read. */
export class SourceKeys implements KeySource {
  readonly #given: KeySource | undefined;
  readonly #embedded: () => readonly Uint8Array[];
  readonly #own = new KeyLog();
  #read = 0;

  /** `embedded` is asked again each time, since secrets come before the packets that need them, not all at once. */
  constructor(given: KeySource | undefined, embedded: () => readonly Uint8Array[]) {
    this.#given = given;
    this.#embedded = embedded;
  }

  secret(clientRandom: string, label: KeyLabel): Uint8Array | null {
    this.#update();
    return (
      this.#own.secret(clientRandom, label) ?? this.#given?.secret(clientRandom, label) ?? null
    );
  }

  knows(clientRandom: string): boolean {
    this.#update();
    return this.#own.knows(clientRandom) || this.#given?.knows(clientRandom) === true;
  }

  #update(): void {
    for (const secrets of this.#embedded().slice(this.#read)) {
      this.#own.add(latin1(secrets));
      this.#read += 1;
    }
  }
}
