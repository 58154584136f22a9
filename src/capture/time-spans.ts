import type { TimeSpan } from '../model/time-span.ts';

interface Growing extends TimeSpan {
  first: number;
  last: number;
}

/** Nothing for so long: the capture was off, or several were merged into one file. µs */
const APART = 86_400_000_000;
/** A file with more of them than that is hostile, or its clock is broken: the last one then takes all. */
const MAX_SPANS = 64;

/** When a source was on: usually once, from its first packet to its last. */
export class TimeSpans {
  readonly #all: Growing[] = [];
  /** The one that grew last. */
  #current: Growing = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };

  /** Takes the time of a packet or message, µs. */
  add(time: number): void {
    const span = this.#current;
    if (time > span.last) {
      if (time - span.last > APART) this.#elsewhere(time);
      else span.last = time;
    } else if (time < span.first) {
      if (span.first - time > APART) this.#elsewhere(time);
      else span.first = time;
    }
  }

  /** First and last time, µs; NaN when there was none. */
  get first(): number {
    return this.#all.reduce(
      (first, span) => (first <= span.first ? first : span.first),
      Number.NaN,
    );
  }

  get last(): number {
    return this.#all.reduce((last, span) => (last >= span.last ? last : span.last), Number.NaN);
  }

  /** In the order of time; none comes within a day of another. */
  get list(): readonly TimeSpan[] {
    const list: Growing[] = [];
    for (const { first, last } of [...this.#all].sort((a, b) => a.first - b.first)) {
      const before = list.at(-1);
      if (before === undefined || first - before.last > APART) list.push({ first, last });
      else before.last = Math.max(before.last, last);
    }
    return list;
  }

  /** It is another span's, or begins one. */
  #elsewhere(time: number): void {
    const near = this.#all.find(({ first, last }) => time >= first - APART && time <= last + APART);
    if (near === undefined && this.#all.length < MAX_SPANS) {
      this.#current = { first: time, last: time };
      this.#all.push(this.#current);
      return;
    }
    if (near !== undefined) this.#current = near;
    this.#current.first = Math.min(this.#current.first, time);
    this.#current.last = Math.max(this.#current.last, time);
  }
}
