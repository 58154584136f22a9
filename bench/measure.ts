/** Runs a command as a whole process, several times, and says how long it took and how much memory it held. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Measure {
  /** Median wall-clock time. */
  readonly seconds: number;
  /** Highest resident set of all runs, MB (10⁶ bytes); undefined without GNU time. */
  readonly peakMegabytes: number | undefined;
  readonly stdout: string;
}

const GNU_TIME = '/usr/bin/time';

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @throws Error when the command cannot be run or fails. */
function runOnce(
  command: readonly string[],
  resources: string,
): { seconds: number; stdout: string } {
  const timed = existsSync(GNU_TIME)
    ? [GNU_TIME, '-f', '%M', '-o', resources, ...command]
    : command;
  const [program = '', ...args] = timed;
  const started = performance.now();
  const child = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = (performance.now() - started) / 1000;
  if (child.error !== undefined) throw child.error;
  if (child.status !== 0) throw new Error(`${command.join(' ')}\n${child.stderr}`);
  return { seconds, stdout: child.stdout };
}

export function measure(command: readonly string[], runs: number): Measure {
  const folder = mkdtempSync(join(tmpdir(), 'siptriage-bench-'));
  const resources = join(folder, 'peak');
  const seconds: number[] = [];
  let kilobytes = 0;
  let stdout = '';
  for (let run = 0; run < runs; run += 1) {
    const once = runOnce(command, resources);
    seconds.push(once.seconds);
    stdout = once.stdout;
    if (existsSync(resources)) {
      kilobytes = Math.max(kilobytes, Number(readFileSync(resources, 'utf8').trim()));
    }
  }
  rmSync(folder, { recursive: true });
  const peakMegabytes = kilobytes === 0 ? undefined : (kilobytes * 1024) / 1e6;
  return { seconds: median(seconds), peakMegabytes, stdout };
}

/** Whether `program` is on the PATH. */
export function installed(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}
