import { type Chain, NONE } from './store.ts';

/** A chain of messages that belongs to no conversation. */
export class PositionList implements Chain {
  readonly #positions: number[] = [];

  get last(): number {
    return this.#positions.at(-1) ?? NONE;
  }

  get count(): number {
    return this.#positions.length;
  }

  append(position: number): void {
    this.#positions.push(position);
  }

  placeOf(index: number): number {
    return this.#positions[index] ?? NONE;
  }

  place(index: number, position: number): void {
    this.#positions[index] = position;
  }

  clear(): void {
    this.#positions.length = 0;
  }
}
