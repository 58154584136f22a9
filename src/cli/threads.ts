import { UsageError } from './usage-error.ts';

/** More would only take each other's memory. */
const MOST = 64;

/** Checks `--threads`. */
export function parseThreads(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count <= MOST) return count;
  throw new UsageError(`--threads ${text}: not a number of threads`, `0 to ${MOST}; 0: none`);
}
