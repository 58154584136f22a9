import type { InputLimits } from './limits.ts';

/** What one input may expand to, whatever is packed in whatever: every layer's output counts. */
export class Budget {
  readonly #limits: Pick<InputLimits, 'floor' | 'ratio'>;
  readonly #taken: () => number;
  #spent = 0;
  #exhausted = false;

  /** `taken` says how many bytes of the input were read so far. */
  constructor(limits: Pick<InputLimits, 'floor' | 'ratio'>, taken: () => number) {
    this.#limits = limits;
    this.#taken = taken;
  }

  /** Nothing more is expanded. */
  get exhausted(): boolean {
    return this.#exhausted;
  }

  /** False when these bytes are too many. */
  spend(bytes: number): boolean {
    const { floor, ratio } = this.#limits;
    if (this.#spent + bytes > Math.max(floor, ratio * this.#taken())) this.#exhausted = true;
    else this.#spent += bytes;
    return !this.#exhausted;
  }
}
