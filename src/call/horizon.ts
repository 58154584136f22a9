import type { Surroundings } from './types.ts';

/** What the absence rule adds to the time in which something was due, µs: a response may be on its way when the capture stops. */
const MARGIN = 1_000_000;

/** How long the capture went on after a moment, µs. */
export function horizon(surroundings: Surroundings, time: number): number {
  return surroundings.captureEnd - time;
}

/** Whether the capture went on long enough after `time` to say that something due within `us` did not follow (docs/architecture.md: the absence rule). */
export function sawEnough(surroundings: Surroundings, time: number, us: number): boolean {
  return horizon(surroundings, time) >= us + MARGIN;
}
