/** A pause as short as this never ends a burst, µs. */
const SHORT_PAUSE = 20 * 60 * 1e6;
/** By how much a pause that ends bursts exceeds the longest one that does not. */
const FACTOR = 3;

/** Indexes of its first member and behind its last one. */
export interface Burst {
  readonly from: number;
  readonly until: number;
}

/**
 * Splits times (µs, ascending) into bursts: at pauses of an hour or more that are three times as long as every shorter
 * one. So a fault that comes back hours later is another incident, and a trickle over the day is one; two calls are one
 * in any case, for no pause can be usual to them.
 */
export function burstsOf(times: readonly number[]): Burst[] {
  const shortest = shortestSplit(times);
  const bursts: Burst[] = [];
  let from = 0;
  for (let at = 1; at < times.length; at += 1) {
    if ((times[at] as number) - (times[at - 1] as number) < shortest) continue;
    bursts.push({ from, until: at });
    from = at;
  }
  if (times.length > 0) bursts.push({ from, until: times.length });
  return bursts;
}

/** The shortest pause that ends a burst, µs; Infinity when none does. */
function shortestSplit(times: readonly number[]): number {
  const pauses = times.slice(1).map((time, at) => time - (times[at] as number));
  pauses.sort((a, b) => a - b);
  for (let at = 1; at < pauses.length; at += 1) {
    const usual = Math.max(SHORT_PAUSE, pauses[at - 1] as number);
    if ((pauses[at] as number) >= FACTOR * usual) return pauses[at] as number;
  }
  return Infinity;
}
