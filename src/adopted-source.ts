import type { Collector } from './call/collect.ts';
import { BatchReader } from './call/handed.ts';
import type { RecordBatch } from './call/handover.ts';
import type { TimeSpan } from './model/time-span.ts';
import type { SourceOutcome } from './read-source.ts';

/** What the next chunks of a source gave. */
export interface HandedChunks {
  readonly batch: RecordBatch;
  readonly isLog: boolean;
  /** Those that gave messages, in order. */
  readonly chunks: readonly ChunkEnd[];
}

export interface ChunkEnd {
  /** Bytes of the batch that are of this chunk and those before it. */
  readonly used: number;
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
  push({ batch, isLog, chunks }: HandedChunks): void {
    this.isLog = isLog;
    this.#reader.open(batch);
    // As if it were read here, chunk by chunk: what is let go when must not depend on who reads.
    for (const { used, times } of chunks) {
      this.#reader.take(used);
      this.#onChunk(times);
    }
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
