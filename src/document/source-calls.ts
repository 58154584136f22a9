import type { Message } from '../sip/message.ts';

/** Calls of one source. */
export interface CallsInSource {
  /** Calls with a message in it. */
  seen: number;
  failed: number;
}

/** Counts for each source the calls that it has messages of. */
export class SourceCalls {
  readonly #counts: CallsInSource[] = [];

  /** A call that went well. */
  addPlain(sources: readonly number[]): void {
    for (const source of sources) this.of(source).seen += 1;
  }

  add(messages: readonly Message[], failed: boolean): void {
    let last = -1;
    const counted: number[] = [];
    for (const { source } of messages) {
      if (source === last) continue;
      last = source;
      if (counted.includes(source)) continue;
      counted.push(source);
      const counts = this.of(source);
      counts.seen += 1;
      if (failed) counts.failed += 1;
    }
  }

  /** What was counted for the source, so far. */
  of(source: number): CallsInSource {
    return (this.#counts[source] ??= { seen: 0, failed: 0 });
  }
}
