import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Broken, INVARIANTS } from './invariants.ts';
import type { Kind } from './pools.ts';

/** What a worker is told: every `step`th index in [from, to). */
export interface Share {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly corpus: boolean;
  readonly kind: Kind;
}

export interface Problem extends Broken {
  readonly index: number;
}

export interface Run {
  readonly seed: number;
  readonly count: number;
  readonly first?: number;
  readonly corpus?: boolean;
  readonly kind?: Kind;
  readonly workers?: number;
}

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));
/** No progress for so long may be a hang. Others may have had the processor: tried alone, the input has the longer time. */
const HANG_MS = 20_000;
const SURE_MS = 120_000;
/** Until a worker has read its inputs; others may have the processor. */
const START_MS = 120_000;
const HEAP_MB = 256;

/** Analyses `count` mutated inputs in several processes and returns every broken invariant, in order. */
export async function runMutations(run: Run): Promise<Problem[]> {
  const problems: Problem[] = [];
  const { seed, count, first = 0, corpus = true, kind = 'all', workers = 2 } = run;
  const to = first + count;
  await Promise.all(
    Array.from({ length: workers }, async (_, at) => {
      for (let from = first + at; from < to;) {
        const stopped = await runShare({ seed, from, to, step: workers, corpus, kind }, problems);
        from = stopped === undefined ? to : stopped + workers;
      }
    }),
  );
  return problems.toSorted((a, b) => a.index - b.index);
}

/** Runs one worker; the index on which it ended before its time, undefined when it did not. @throws when it does not start. */
async function runShare(
  share: Share,
  problems: Problem[],
  patience = HANG_MS,
): Promise<number | undefined> {
  const args = ['--import', 'tsx', `--max-old-space-size=${HEAP_MB}`];
  const child = spawn(process.execPath, [...args, WORKER, JSON.stringify(share)]);
  let index: number | undefined;
  let hangs = false;
  let errors = '';
  const hang = (): void => {
    hangs = true;
    child.kill('SIGKILL');
  };
  let watch = setTimeout(hang, START_MS);
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text.slice(0, 5000)));
  createInterface(child.stdout).on('line', (line) => {
    clearTimeout(watch);
    watch = setTimeout(hang, patience);
    if (line.startsWith('{')) problems.push(JSON.parse(line) as Problem);
    else index = Number(line);
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  clearTimeout(watch);
  if (code === 0) return undefined;
  if (index === undefined) throw new Error(`the worker does not start: ${errors}`);
  if (hangs && patience < SURE_MS) {
    await runShare({ ...share, from: index, to: index + 1 }, problems, SURE_MS);
  } else problems.push({ index, ...reasonOf(hangs, errors) });
  return index;
}

function reasonOf(hangs: boolean, errors: string): Broken {
  if (hangs) return { invariant: INVARIANTS.hangs, detail: `no end after ${SURE_MS} ms` };
  const full = errors.includes('heap out of memory');
  return { invariant: full ? INVARIANTS.memory : INVARIANTS.throws, detail: errors };
}
