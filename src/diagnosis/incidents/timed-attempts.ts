import type { IncidentDimension } from '../../model/vocabulary.ts';
import type { Attempts } from './attempts.ts';
import { firstAtOrAfter } from './histogram.ts';
import { timeOrderOf } from './time-order.ts';
import { ValueCounts } from './value-counts.ts';

/** From this place in the order of time to before that one. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** Attempts in the order of their time; made once all of them are known. */
export class TimedAttempts {
  readonly attempts: Attempts;
  readonly order: Uint32Array;
  /** µs, ascending; those without a clock stand behind these in `order`. */
  readonly times: Float64Array;
  readonly #counts = new Map<IncidentDimension, ValueCounts>();

  constructor(attempts: Attempts) {
    this.attempts = attempts;
    const { order, times } = timeOrderOf(attempts.starts.subarray(0, attempts.length));
    this.order = order;
    this.times = times;
  }

  /** The attempts that began from `first` to `last`, µs; those without a clock for NaN. */
  window(first: number, last: number): Window {
    const { times, order } = this;
    if (Number.isNaN(first)) return { from: times.length, until: order.length };
    const from = firstAtOrAfter(times, first);
    let until = firstAtOrAfter(times, last);
    while (until < times.length && times[until] === last) until += 1;
    return { from, until };
  }

  counts(dimension: IncidentDimension): ValueCounts {
    let counts = this.#counts.get(dimension);
    if (counts === undefined) {
      counts = new ValueCounts(this.attempts.column(dimension), this.order);
      this.#counts.set(dimension, counts);
    }
    return counts;
  }
}
