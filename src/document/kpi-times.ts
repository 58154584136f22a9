import type { KpiTimes } from '../model/kpis.ts';
import { KpiCounts } from './kpi-counts.ts';
import type { KpiAttempt } from './kpi-attempt.ts';
import { iso } from './time.ts';

const MINUTE = 60_000_000;
/** Lengths of a period, in minutes; each divides the next one. */
const STEPS = [1, 5, 15, 60, 360, 1440, 10_080, 40_320] as const;
/** More periods than this are put together to longer ones. */
const MAX_PERIODS = 96;

/** Attempts by the time at which they began; the periods grow with the capture. */
export class KpiTimeCounts {
  #periods = new Map<number, KpiCounts>();
  readonly #untimed = new KpiCounts();
  #step = 0;

  /** `start` in µs. */
  add(start: number, attempt: KpiAttempt): void {
    if (!Number.isFinite(start)) {
      this.#untimed.add(attempt);
      return;
    }
    this.#at(Math.floor(start / (MINUTE * this.#minutes))).add(attempt);
    while (this.#periods.size > MAX_PERIODS && this.#step < STEPS.length - 1) this.#coarsen();
  }

  times(): KpiTimes {
    const length = MINUTE * this.#minutes;
    return {
      minutes: this.#minutes,
      periods: [...this.#periods]
        .sort(([a], [b]) => a - b)
        .slice(0, MAX_PERIODS)
        .map(([period, counts]) => ({ start: iso(period * length), ...counts.summary() })),
      rest: this.#rest(),
    };
  }

  get #minutes(): number {
    return STEPS[this.#step] as number;
  }

  #at(period: number): KpiCounts {
    let counts = this.#periods.get(period);
    if (counts === undefined) this.#periods.set(period, (counts = new KpiCounts()));
    return counts;
  }

  #coarsen(): void {
    const old = this.#periods;
    const factor = (STEPS[this.#step + 1] as number) / this.#minutes;
    this.#step += 1;
    this.#periods = new Map();
    for (const [period, counts] of old) this.#at(Math.floor(period / factor)).merge(counts);
  }

  /** What began at no known time, or so far from everything else that no period is long enough. */
  #rest(): KpiTimes['rest'] {
    const rest = new KpiCounts();
    rest.merge(this.#untimed);
    for (const [, counts] of [...this.#periods].sort(([a], [b]) => a - b).slice(MAX_PERIODS)) {
      rest.merge(counts);
    }
    return rest.attempts + rest.excluded === 0 ? null : rest.summary();
  }
}
