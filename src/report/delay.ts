import type { Formatter } from '../catalog/format.ts';

/** A delay in milliseconds. Nothing takes no time: the clock of such a log counts whole seconds, or it was less than what is told. */
export function delayText(ms: number | null, format: Formatter): string {
  if (ms === null) return '';
  return ms === 0 ? `<${format.durationMs(1000)}` : format.durationMs(ms);
}
