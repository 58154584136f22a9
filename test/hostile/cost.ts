import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Cost } from './measure.ts';

interface Asked {
  readonly id: string;
  readonly count: number;
  readonly once?: boolean;
  /** What the process may take at most, MB. */
  readonly peakMb: number;
}

const MEASURE = fileURLToPath(new URL('measure.ts', import.meta.url));

/** MB of a process beside its heap: the program, buffers, and what is still young. */
const BESIDE_HEAP_MB = 160;

/**
 * What a hostile shape of this size costs, measured in a process of its own; `once`: without the half. The heap is
 * held to what the limit allows: so the peak is what is kept, not what a starved collector has left lying about.
 */
export async function costOf({ id, count, once = false, peakMb }: Asked): Promise<Cost> {
  const heap = `--max-old-space-size=${peakMb - BESIDE_HEAP_MB}`;
  const args = [heap, '--import', 'tsx', MEASURE, id, String(count), ...(once ? ['once'] : [])];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Cost;
}

/** Twice the input may take this much more time; what is left over is the compiler's and the collector's. */
const GROWTH = 2.6;
const SLACK_MS = 200;

export const growsLinearly = ({ halfMs, wholeMs }: Cost): boolean =>
  halfMs === null || wholeMs <= GROWTH * halfMs + SLACK_MS;
