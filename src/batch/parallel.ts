import type { AdoptedSource } from '../adopted-source.ts';
import { InputError } from '../input/errors.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import type { Session } from '../session.ts';
import { type CachePlace, isInside, openCache, prune } from './cache/place.ts';
import { PathInThread } from './path-in-thread.ts';
import type { PathsRead } from './read-path.ts';
import type { CacheState, TakenEvent, ToldProblem } from './task.ts';
import type { ProgressMeter } from './progress.ts';
import { PATHS_PER_THREAD, startThreads, type ThreadPool, WORKER } from './thread-pool.ts';

/** What may wait for its turn: bytes of messages, and paths. */
const MAX_AHEAD = 16 << 20;
const MAX_PATHS_AHEAD = 256;

/**
 * Reads paths in worker threads, and hands what comes of them to the session in the order of the paths: the report is the
 * same as when one thread reads them all.
 */
export async function readInThreads(
  paths: readonly string[],
  threads: number,
  session: Session,
  options: AnalyzeOptions,
  meter: ProgressMeter,
): Promise<PathsRead> {
  const cache = options.cache === undefined ? undefined : await openCache(options.cache, WORKER);
  const others = cache === undefined ? paths : paths.filter((path) => !isInside(cache, path));
  const pool = await startThreads(threads);
  try {
    return await new InTurns(others, threads, session, options, meter, pool, cache).read();
  } finally {
    await pool.close();
    if (cache !== undefined) await prune(cache);
  }
}

class InTurns {
  readonly #paths: readonly string[];
  readonly #threads: number;
  readonly #session: Session;
  readonly #options: AnalyzeOptions;
  readonly #meter: ProgressMeter;
  readonly #pool: ThreadPool;
  readonly #cache: CachePlace | undefined;
  readonly #states: Record<CacheState, number> = { used: 0, damaged: 0, failed: 0 };
  readonly #problems: InputError[] = [];
  /** Begun, and not over. */
  readonly #queue: PathInThread[] = [];
  #begun = 0;
  #reading = 0;
  #opened = 0;
  #source: AdoptedSource | null = null;

  constructor(
    paths: readonly string[],
    threads: number,
    session: Session,
    options: AnalyzeOptions,
    meter: ProgressMeter,
    pool: ThreadPool,
    cache: CachePlace | undefined,
  ) {
    this.#paths = paths;
    this.#threads = threads;
    this.#session = session;
    this.#options = options;
    this.#meter = meter;
    this.#pool = pool;
    this.#cache = cache;
  }

  async read(): Promise<PathsRead> {
    const { signal } = this.#options;
    const stop = (): void => {
      for (const path of this.#queue) path.answer({ kind: 'stop' });
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      for (;;) {
        this.#begin();
        const path = this.#queue[0];
        if (path === undefined) break;
        await path.turn((event) => this.#take(event, path));
        this.#meter.done(path.path);
        this.#queue.shift();
      }
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    this.#tellCache();
    return { opened: this.#opened, problems: this.#problems };
  }

  /** Gives paths to free threads, as long as they are not too far ahead. */
  #begin(): void {
    const { signal, since, until, keylog, logZone } = this.#options;
    const options = { since, until, keylog, logZone };
    const cache = this.#cache;
    while (this.#mayBegin() && signal?.aborted !== true) {
      const path = this.#paths[this.#begun];
      if (path === undefined) return;
      this.#begun += 1;
      this.#reading += 1;
      const onRead = (): void => {
        this.#reading -= 1;
        this.#begin();
      };
      this.#queue.push(
        new PathInThread(
          this.#pool,
          { path, options, cache },
          {
            onRead,
            onProgress: (progress) => this.#meter.step(path, progress),
          },
        ),
      );
    }
  }

  #mayBegin(): boolean {
    if (this.#reading >= this.#threads * PATHS_PER_THREAD) return false;
    if (this.#queue.length >= MAX_PATHS_AHEAD) return false;
    return this.#queue.reduce((bytes, path) => bytes + path.waitingBytes, 0) < MAX_AHEAD;
  }

  #tellCache(): void {
    if (this.#cache === undefined) return;
    const { used, damaged, failed } = this.#states;
    const tell = this.#options.onWarning;
    tell?.(`${used} of ${this.#paths.length} files were not read again: the cache had them`);
    if (damaged > 0) tell?.(`${damaged} damaged entries of the cache were thrown away`);
    if (failed > 0)
      tell?.(`${failed} files could not be put into the cache: ${this.#cache.folder}`);
  }

  #take(event: TakenEvent, path: PathInThread): void {
    switch (event.kind) {
      case 'source':
        this.#source = this.#session.adopt();
        return;
      case 'chunks':
        this.#source?.push(event);
        path.answer({ kind: 'taken', buffer: event.batch.buffer }, [event.batch.buffer]);
        return;
      case 'end':
        this.#source?.end(event.outcome);
        return;
      case 'locked':
      case 'failed':
        this.#problems.push(heard(event.problem));
        return;
      case 'cache':
        this.#states[event.state] += 1;
        return;
      case 'done':
        if (event.opened) this.#opened += 1;
    }
  }
}

function heard({ problem, path, ...details }: ToldProblem): InputError {
  return new InputError(problem, path, details);
}
