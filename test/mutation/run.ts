import { Worker } from 'node:worker_threads';
import { type Broken, INVARIANTS } from './invariants.ts';

/** What a worker is told. */
export interface Share {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly corpus: boolean;
  /** One 32-bit number: the index in work. */
  readonly progress: SharedArrayBuffer;
}

export interface Problem extends Broken {
  readonly index: number;
}

export interface Run {
  readonly seed: number;
  readonly count: number;
  readonly first?: number;
  readonly corpus?: boolean;
  readonly workers?: number;
  readonly onProgress?: (done: number) => void;
}

/** No progress for so long is a hang, however busy the machine. */
const HANG_MS = 15_000;
const LOOK_EVERY_MS = 500;
const HEAP_MB = 256;

/** Analyses `count` mutated inputs on several threads and returns every broken invariant, in order. */
export async function runMutations(run: Run): Promise<Problem[]> {
  const problems: Problem[] = [];
  const { seed, count, first = 0, corpus = true, workers = 2 } = run;
  await Promise.all(
    Array.from({ length: workers }, async (_, at) => {
      const to = first + count;
      for (let from: number | undefined = first + at; from !== undefined && from < to;) {
        const progress = new SharedArrayBuffer(4);
        const share = { seed, from, to, step: workers, corpus, progress };
        const stopped = await runShare(share, problems, run.onProgress);
        from = stopped === undefined ? undefined : stopped + workers;
      }
    }),
  );
  return problems.toSorted((a, b) => a.index - b.index);
}

/** Runs one worker to its end; the index at which it had to be stopped, undefined when it was not. */
function runShare(
  share: Share,
  problems: Problem[],
  onProgress: Run['onProgress'],
): Promise<number | undefined> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: share,
    execArgv: ['--import', 'tsx'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const current = new Int32Array(share.progress);
  Atomics.store(current, 0, share.from);
  return new Promise((resolve) => {
    let [last, since] = [-1, performance.now()];
    let stopped: number | undefined;
    const stop = (invariant: string, detail: string): void => {
      stopped = Atomics.load(current, 0);
      problems.push({ index: stopped, invariant, detail });
    };
    const watch = setInterval(() => {
      const index = Atomics.load(current, 0);
      onProgress?.(index - share.from);
      if (index !== last) [last, since] = [index, performance.now()];
      else if (performance.now() - since > HANG_MS) {
        stop(INVARIANTS.hangs, `no end after ${HANG_MS} ms`);
        void worker.terminate();
      }
    }, LOOK_EVERY_MS);
    worker.on('message', (problem: Problem) => problems.push(problem));
    worker.on('error', (error: Error & { code?: string }) => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      stop(full ? INVARIANTS.memory : INVARIANTS.throws, error.stack ?? error.message);
    });
    worker.on('exit', () => {
      clearInterval(watch);
      resolve(stopped);
    });
  });
}
