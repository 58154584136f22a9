/** Memory that all connections of a source share for one purpose. */
export class Budget {
  readonly #limit: number;
  #used = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get exceeded(): boolean {
    return this.#used > this.#limit;
  }

  /** Memory in use has grown by `bytes`, or shrunk. */
  change(bytes: number): void {
    this.#used += bytes;
  }
}
