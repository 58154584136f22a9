import type { AnalyzeOptions, OverallProgress, Progress } from '../model/options.ts';

/** How far reading has got in one path, as its reader knows it. */
export type PathProgress = Omit<Progress, 'done' | 'overall'>;

/** What reading all paths has brought so far. */
export interface SoFar {
  readonly calls: number;
  readonly findings: number;
}

/** Adds up how far reading has got in each path. */
export class ProgressMeter {
  readonly #sizes: ReadonlyMap<string, number | null>;
  readonly #total: number | null;
  readonly #soFar: () => SoFar;
  readonly #tell: AnalyzeOptions['onProgress'];
  readonly #open = new Map<string, PathProgress>();
  #filesDone = 0;
  #bytesDone = 0;

  /** `sizes`: every path with its bytes, null where nobody knows them. */
  constructor(
    sizes: ReadonlyMap<string, number | null>,
    soFar: () => SoFar,
    tell: AnalyzeOptions['onProgress'],
  ) {
    this.#sizes = sizes;
    this.#soFar = soFar;
    this.#tell = tell;
    const known = [...sizes.values()].filter((size) => size !== null);
    this.#total = known.length < sizes.size ? null : known.reduce((sum, size) => sum + size, 0);
  }

  /** `path`: one of those asked for; the progress names the member of an archive that is being read. */
  step(path: string, progress: PathProgress): void {
    this.#open.set(path, progress);
    this.#tell?.({ ...progress, done: false, overall: this.#overall() });
  }

  /** The path is over, however it went. */
  done(path: string): void {
    const bytesTotal = this.#sizes.get(path) ?? null;
    const last = this.#open.get(path);
    const bytesRead = bytesTotal ?? last?.bytesRead ?? 0;
    this.#open.delete(path);
    this.#filesDone += 1;
    this.#bytesDone += bytesRead;
    const messages = last?.messages ?? 0;
    this.#tell?.({ path, bytesRead, bytesTotal, messages, done: true, overall: this.#overall() });
  }

  #overall(): OverallProgress {
    let bytesRead = this.#bytesDone;
    for (const one of this.#open.values()) bytesRead += one.bytesRead;
    return {
      files: this.#sizes.size,
      filesDone: this.#filesDone,
      bytesTotal: this.#total,
      bytesRead,
      ...this.#soFar(),
    };
  }
}
