import type { Recognised } from '../model/report.ts';
import type { Dialect } from './dialect.ts';

/** Where in the log something stands. */
interface At {
  readonly line: number;
  readonly offset: number;
}

interface Tally extends At {
  count: number;
}

/** Keeps what a log is recognised by: the rows that announce messages, and messages that nothing announced. */
export class Signs {
  readonly #envelopes = new Map<Dialect, Tally>();
  #unannounced: Tally | null = null;
  #last: Dialect | null = null;
  #lastTally: Tally | null = null;

  announced(dialect: Dialect, { line, offset }: At): void {
    if (dialect !== this.#last) {
      this.#last = dialect;
      this.#lastTally = this.#envelopes.get(dialect) ?? { line, offset, count: 0 };
      this.#envelopes.set(dialect, this.#lastTally);
    }
    if (this.#lastTally !== null) this.#lastTally.count += 1;
  }

  unannounced({ line, offset }: At): void {
    if (this.#unannounced === null) this.#unannounced = { line, offset, count: 1 };
    else this.#unannounced.count += 1;
  }

  /** The most frequent first; `source` is the log's index in the report, `fallback` a dialect whose rows were seen from afar. */
  list(source: number, fallback: string | undefined): Recognised[] {
    const envelopes = [...this.#envelopes].map(([{ id: of }, tally]): Recognised => ({
      sign: 'envelope',
      of,
      ...told(tally, source),
    }));
    if (fallback !== undefined && !envelopes.some(({ of }) => of === fallback)) {
      envelopes.push({ sign: 'envelope', of: fallback });
    }
    envelopes.sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
    if (this.#unannounced !== null) {
      envelopes.push({ sign: 'start-line', ...told(this.#unannounced, source) });
    }
    return envelopes.length === 0 ? [{ sign: 'readable-text' }] : envelopes;
  }
}

function told({ count, line, offset }: Tally, source: number): Pick<Recognised, 'count' | 'first'> {
  return { count, first: { source, line, offset } };
}
