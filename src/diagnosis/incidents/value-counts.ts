import { OTHERS } from './values.ts';

/** How often the values of one dimension occur in stretches of time, without looking at every attempt again. */
export class ValueCounts {
  /** Ids that occur. */
  readonly ids: readonly number[];
  /** Where the places of an id begin in `#places`; those of the next one end them. */
  readonly #starts: Uint32Array;
  /** Places in the order of time, ascending within an id. */
  readonly #places: Uint32Array;

  /** `column` by the number of the attempt, `order` as in `TimeOrder`. */
  constructor(column: Uint16Array, order: Uint32Array) {
    const starts = new Uint32Array(OTHERS + 2);
    for (const number of order) {
      const id = column[number] as number;
      starts[id + 1] = (starts[id + 1] as number) + 1;
    }
    const ids: number[] = [];
    for (let id = 0; id <= OTHERS; id += 1) {
      if (starts[id + 1] !== 0) ids.push(id);
      starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number);
    }
    const next = starts.slice();
    const places = new Uint32Array(order.length);
    for (let place = 0; place < order.length; place += 1) {
      const id = column[order[place] as number] as number;
      const at = next[id] as number;
      places[at] = place;
      next[id] = at + 1;
    }
    this.ids = ids;
    this.#starts = starts;
    this.#places = places;
  }

  /** Places of the attempts with this value from place `from` to before `until`. */
  between(id: number, from: number, until: number): Uint32Array {
    return this.#places.subarray(this.#indexOf(id, from), this.#indexOf(id, until));
  }

  count(id: number, from: number, until: number): number {
    return this.#indexOf(id, until) - this.#indexOf(id, from);
  }

  /** Index of the first place of this value that is not before `place`. */
  #indexOf(id: number, place: number): number {
    let low = this.#starts[id] as number;
    let high = this.#starts[id + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#places[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
