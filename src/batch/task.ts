import type { MessagePort } from 'node:worker_threads';
import type { HandedChunks } from '../adopted-source.ts';
import type { InputProblem } from '../input/errors.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import type { SourceOutcome } from '../read-source.ts';
import type { CachePlace } from './cache/place.ts';
import type { PathProgress } from './progress.ts';

/** What reading depends on. */
type Asked = 'since' | 'until' | 'keylog' | 'logZone';

/** One path to be read by a worker thread. */
export interface ReadTask {
  readonly path: string;
  readonly options: { readonly [K in Asked]: AnalyzeOptions[K] | undefined };
  /** Where readings are kept; undefined: nowhere. */
  readonly cache: CachePlace | undefined;
  /** What comes of it goes there, as `ReadEvent`s; `ReadAnswer`s come back. */
  readonly port: MessagePort;
}

/** An `InputError` on its way between threads. */
export interface ToldProblem {
  readonly problem: InputProblem;
  readonly path: string;
  readonly text: string;
  readonly needs: string | undefined;
}

/** The cache had a path, had it damaged, or could not keep it. */
export type CacheState = 'used' | 'damaged' | 'failed';

export type ReadEvent =
  | { readonly kind: 'source' }
  | ({ readonly kind: 'chunks' } & HandedChunks)
  | { readonly kind: 'end'; readonly outcome: SourceOutcome }
  | { readonly kind: 'progress'; readonly progress: PathProgress }
  | { readonly kind: 'locked'; readonly problem: ToldProblem }
  | { readonly kind: 'failed'; readonly problem: ToldProblem }
  | { readonly kind: 'cache'; readonly state: CacheState }
  /** Nothing more comes; whether a source could be opened. */
  | { readonly kind: 'done'; readonly opened: boolean };

/** Events that wait for the path's turn. */
export type TakenEvent = Exclude<ReadEvent, { kind: 'progress' }>;

export type ReadAnswer =
  /** A batch was taken; its buffer may be filled again. */
  | { readonly kind: 'taken'; readonly buffer: ArrayBuffer }
  /** Read no further: the report covers what was read. */
  | { readonly kind: 'stop' };
