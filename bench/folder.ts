/** 5 GB in 200 files by one thread and by as many as there are processors, and what 1 GB and 5 GB hold in memory. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, type Measure } from './measure.ts';

/** What two processors should gain over one thread; and how much more memory 5 GB may take than 1 GB. */
const GAIN = 1.7;
const GROWTH = 0.15;
const RUNS = 5;
const FOLDER = join(tmpdir(), 'siptriage-bench', 'folder');
const FACTS = `${FOLDER}.json`;

function analysis(files: readonly string[], threads: number): Measure {
  const command = [process.execPath, 'bin/siptriage.js', 'analyze', '-q'];
  return measure([...command, '--threads', String(threads), ...files], RUNS);
}

/** Speed of five gigabytes, and memory of one and five. False when a goal was missed. */
export function benchFolder(): boolean {
  if (!existsSync(FACTS)) {
    const args = ['node_modules/tsx/dist/cli.mjs', 'fixtures/bench.ts', 'folder', FOLDER];
    const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    writeFileSync(FACTS, child.stdout);
  }
  const { packets, bytes } = JSON.parse(readFileSync(FACTS, 'utf8')) as Record<string, number>;
  const files = readdirSync(FOLDER)
    .toSorted()
    .map((name) => join(FOLDER, name));
  const fifth = files.slice(0, Math.ceil(files.length / 5));
  const million = ((packets ?? 0) / 1e6).toFixed(1);
  console.log(
    `\n${files.length} files, ${million} million packets, ${((bytes ?? 0) / 1e9).toFixed(1)} GB`,
  );
  const one = analysis(files, 0);
  const two = analysis(files, 2);
  const part = analysis(fifth, 2);
  const row = (name: string, { seconds, peakMegabytes }: Measure): void =>
    console.log(
      `  ${name.padEnd(26)}${seconds.toFixed(2).padStart(7)} s${(peakMegabytes ?? 0).toFixed(0).padStart(8)} MB`,
    );
  row('one thread', one);
  row('two reading threads', two);
  row('a fifth of the files', part);
  const gain = one.seconds / two.seconds;
  const growth = (two.peakMegabytes ?? 0) / (part.peakMegabytes ?? 1) - 1;
  const fast = gain >= GAIN;
  const flat = Math.abs(growth) <= GROWTH;
  console.log(
    `  goal of ${GAIN} × one thread: ${fast ? 'reached' : 'MISSED'} (${gain.toFixed(2)} ×)`,
  );
  console.log(
    `  goal of ±${GROWTH * 100} % memory: ${flat ? 'reached' : 'MISSED'} (${(growth * 100).toFixed(0)} %)`,
  );
  return fast && flat;
}
