/** Widths of bars, s. */
const STEPS: readonly number[] = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
  172_800, 604_800, 2_592_000, 31_536_000,
];
const MAX_BARS = 60;
/** Least time that is shown on either side of the incident, µs. */
const MARGIN = 60 * 1e6;

/** Counts over time; `start` in µs. */
export interface Bars {
  readonly start: number;
  readonly stepSeconds: number;
  readonly affected: readonly number[];
  readonly attempts: readonly number[];
}

/**
 * Bars over the time of the affected ones and as much again before and after, as far as there were attempts; both lists
 * in µs, ascending, without NaN. Null where there is nothing to show.
 */
export function histogramOf(
  affected: readonly number[],
  attempts: Float64Array | readonly number[],
): Bars | null {
  if (affected.length === 0 || attempts.length === 0) return null;
  const first = affected[0] as number;
  const last = affected.at(-1) as number;
  const margin = Math.max(last - first, MARGIN);
  const from = Math.max(first - margin, attempts[0] as number);
  const until = Math.min(last + margin, attempts.at(-1) as number);
  const stepSeconds = stepFor(from, until);
  const step = stepSeconds * 1e6;
  const start = Math.floor(from / step) * step;
  const bars = Math.floor((until - start) / step) + 1;
  return {
    start,
    stepSeconds,
    affected: count(affected, start, step, bars),
    attempts: count(attempts, start, step, bars),
  };
}

function stepFor(from: number, until: number): number {
  const fits = (seconds: number): boolean => {
    const step = seconds * 1e6;
    return Math.floor(until / step) - Math.floor(from / step) < MAX_BARS;
  };
  const round = STEPS.find(fits);
  if (round !== undefined) return round;
  // Clocks of several centuries.
  let step = STEPS.at(-1) as number;
  while (!fits(step)) step *= 10;
  return step;
}

function count(
  times: Float64Array | readonly number[],
  start: number,
  step: number,
  bars: number,
): number[] {
  const counts: number[] = [];
  let from = firstAtOrAfter(times, start);
  for (let bar = 1; bar <= bars; bar += 1) {
    const until = firstAtOrAfter(times, start + bar * step);
    counts.push(until - from);
    from = until;
  }
  return counts;
}

/** Index of the first of ascending times that is not before `time`. */
export function firstAtOrAfter(times: Float64Array | readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
