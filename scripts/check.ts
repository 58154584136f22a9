/** The whole gate. Every step runs even when an earlier one failed, so that one run shows everything. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

/** Files that are made from other files. */
const GENERATED = [
  '.oxlintrc.json',
  'schema/**',
  'docs/rules/**',
  'src/report/html/bundle.ts',
  'fixtures/**',
  '!fixtures/**/*.{ts,md}',
];

function run(command: string, show: boolean): string | undefined {
  const child = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    stdio: show ? 'inherit' : 'pipe',
  });
  return child.status === 0 ? undefined : `${child.stdout ?? ''}${child.stderr ?? ''}`;
}

function generatedFiles(): Map<string, string> {
  const paths = globSync(GENERATED, { dot: true });
  return new Map(paths.map((path) => [path, readFileSync(path, 'latin1')]));
}

/** Comparing with what stood there before needs no git and sees new files too. */
function generatedUnchanged(): string | undefined {
  const before = generatedFiles();
  const failure = run('npm run --silent generate && npm run --silent fixtures', false);
  if (failure !== undefined) return failure;
  const after = generatedFiles();
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
  if (changed.length === 0) return undefined;
  return `These were out of date and are written anew; commit them:\n${changed.join('\n')}\n`;
}

const steps: readonly [name: string, step: () => string | undefined][] = [
  ['generated files', generatedUnchanged],
  ['types', () => run('tsc && tsc -p src/viewer', false)],
  ['lint', () => run('oxlint --deny-warnings', false)],
  ['format', () => run('oxfmt --check', false)],
  ['tests', () => run('vitest run', true)],
];

const failed: string[] = [];
for (const [name, step] of steps) {
  const started = performance.now();
  const failure = step();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${failure === undefined ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (failure === undefined) continue;
  failed.push(name);
  console.log(failure);
}
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
