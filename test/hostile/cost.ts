import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Cost } from './measure.ts';

const MEASURE = fileURLToPath(new URL('measure.ts', import.meta.url));

/** What a hostile shape of this size costs, measured in a process of its own; `once`: without the half. */
export async function costOf(id: string, count: number, once = false): Promise<Cost> {
  const args = ['--import', 'tsx', MEASURE, id, String(count), ...(once ? ['once'] : [])];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Cost;
}

/** Twice the input may take this much more time; what is left over is the compiler's and the collector's. */
const GROWTH = 2.6;
const SLACK_MS = 200;

export const growsLinearly = ({ halfMs, wholeMs }: Cost): boolean =>
  halfMs === null || wholeMs <= GROWTH * halfMs + SLACK_MS;
