/** Bytes that all streams of a source hold back together for one purpose. */
export class HeldBytes {
  readonly #most: number;
  #held = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Nothing more should be held. */
  get full(): boolean {
    return this.#held >= this.#most;
  }

  /** A stream holds `more` bytes than before; fewer when negative. */
  add(more: number): void {
    this.#held += more;
  }
}
