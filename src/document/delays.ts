import type { Delays } from '../model/kpis.ts';

/** Fewer values have no percentiles worth the name. */
const MIN_VALUES = 5;

/** Percentiles by nearest rank, and how many values there were; ms in, ms out. */
export function delaysOf(values: readonly number[]): Delays {
  // Without a comparison in our own words: a quarter of a million values are sorted for the groups of a large trace.
  const sorted = Float64Array.from(values).sort();
  const rank = (share: number): number | null =>
    sorted.length < MIN_VALUES
      ? null
      : (sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null);
  return { n: sorted.length, p50: rank(0.5), p90: rank(0.9), p95: rank(0.95), p99: rank(0.99) };
}
