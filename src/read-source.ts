import type { AdoptedEnds } from './call/adopt-ends.ts';
import type { Alignment } from './call/align.ts';
import { TimeSpans } from './capture/time-spans.ts';
import { iso } from './document/time.ts';
import type { Assumption } from './model/assumption.ts';
import type { ClockDoubt } from './model/clock-doubt.ts';
import type { Locator, Source } from './model/report.ts';
import type { SourceFacts } from './model/source-facts.ts';
import type { TimeSpan } from './model/time-span.ts';
import { settled } from './textlog/time/settled.ts';

/** Index of a source that does not know its place among others yet. */
export const NO_PLACE = 0;

/** What came of reading a source: plain data, which may come from another thread. */
export interface SourceOutcome {
  /** As the report has it, but without times, and with `NO_PLACE` as the source of its locators. */
  readonly description: Source;
  readonly facts: Omit<SourceFacts, 'index' | 'firstTime' | 'lastTime'>;
  /** When it was on. */
  readonly times: readonly TimeSpan[];
  readonly clockDoubt: ClockDoubt | null;
}

/** A source that was read, among others. */
export class ReadSource {
  readonly #index: number;
  readonly #outcome: SourceOutcome;
  #times: readonly TimeSpan[];
  #assumed: readonly Assumption[];

  constructor(index: number, outcome: SourceOutcome) {
    this.#index = index;
    this.#outcome = outcome;
    this.#times = outcome.times;
    this.#assumed = outcome.description.assumed ?? [];
  }

  get messages(): number {
    return this.#outcome.facts.messages;
  }

  /** Whether ends of its messages were inferred. */
  get guessesEnds(): boolean {
    return this.#assumed.includes('addresses-inferred');
  }

  /** When it was on. */
  get times(): readonly TimeSpan[] {
    return this.#times;
  }

  /** What its clock does not tell; null for captures, and for logs that tell all. */
  get clockDoubt(): ClockDoubt | null {
    return this.#outcome.clockDoubt;
  }

  /** Other sources told what its clock did not. */
  aligned({ shift, adopted, first, last }: Alignment): void {
    this.#assumed = settled(this.#assumed, shift, adopted, adopted === this.messages);
    const times = new TimeSpans();
    times.add(first);
    times.add(last);
    this.#times = times.list;
  }

  /** Other sources told ends that it does not name: of `adopted` messages, not of `left`. */
  learntEnds({ adopted, left }: AdoptedEnds): void {
    if (adopted === 0) return;
    const result = new Set(this.#assumed).add('addresses-from-sources');
    // Messages that were let go meanwhile keep what was inferred.
    if (left === 0 && adopted === this.messages) result.delete('addresses-inferred');
    this.#assumed = [...result];
  }

  /** What it says about itself beside its messages. */
  get facts(): SourceFacts {
    return {
      ...this.#outcome.facts,
      index: this.#index,
      firstTime: this.#first,
      lastTime: this.#last,
    };
  }

  describe(): Source {
    const { description } = this.#outcome;
    const { recognisedBy = [], unread } = description;
    const source: Source = {
      ...description,
      ...(recognisedBy.length === 0 ? {} : { recognisedBy: this.#placed(recognisedBy) }),
      assumed: [...this.#assumed],
      start: iso(this.#first),
      end: iso(this.#last),
      unread: this.#placed(unread),
    };
    if (this.#assumed.length === 0) delete source.assumed;
    return source;
  }

  get #first(): number {
    return this.#times[0]?.first ?? Number.NaN;
  }

  get #last(): number {
    return this.#times.at(-1)?.last ?? Number.NaN;
  }

  #placed<T extends { first?: Locator | null | undefined }>(list: readonly T[]): T[] {
    return list.map((one) =>
      one.first ? { ...one, first: { ...one.first, source: this.#index } } : one,
    );
  }
}
