import type { Collector } from './call/collect.ts';
import { BatchReader } from './call/handed.ts';
import type { RecordBatch } from './call/handover.ts';
import type { TimeSpan } from './model/time-span.ts';
import type { SourceOutcome } from './read-source.ts';

/** What one chunk of a source gave. */
export interface HandedChunk {
  readonly batch: RecordBatch;
  readonly isLog: boolean;
  /** When the source was on, so far. */
  readonly times: readonly TimeSpan[];
}

/** A source that another thread reads. */
export class AdoptedSource {
  isLog = false;
  readonly #reader: BatchReader;
  readonly #onChunk: (times: readonly TimeSpan[]) => void;
  #outcome: SourceOutcome | null = null;

  constructor(index: number, collector: Collector, onChunk: (times: readonly TimeSpan[]) => void) {
    this.#reader = new BatchReader(collector, index);
    this.#onChunk = onChunk;
  }

  /** The next messages; their buffer is free afterwards. */
  push({ batch, isLog, times }: HandedChunk): void {
    this.isLog = isLog;
    this.#reader.take(batch);
    this.#onChunk(times);
  }

  end(outcome: SourceOutcome): void {
    this.isLog = outcome.facts.isLog;
    this.#outcome = outcome;
  }

  /** What came of it; it was read to its end. */
  get outcome(): SourceOutcome {
    if (this.#outcome === null) throw new Error('a source was not ended');
    return this.#outcome;
  }
}
