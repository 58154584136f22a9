import type { ReportFinding } from '../model/report.ts';
import { SEVERITIES, type Severity } from '../model/vocabulary.ts';
import type { Told } from '../model/watch-event.ts';
import { type Standing, toldOf } from './told.ts';

/** Outcomes that only say that nothing came so far. */
const AWAITED: ReadonlySet<string> = new Set([
  'incomplete-pending',
  'incomplete-unseen',
  'incomplete-midcall',
  'failed-timeout',
  'unanswered',
]);
/** What is no call is tried again and again: who was told about is remembered, so many of them. */
const MAX_REMEMBERED = 10_000;
/** Updates of one finding at most: a conversation without an end changes without an end. */
const MAX_UPDATES = 16;

/** What was told about one call. */
export interface Tale {
  readonly id: string;
  rule: string;
  pending: boolean;
  /** States that were told: none is told twice. */
  readonly states: Set<string>;
}

/** Decides what is new about a call: its main finding is told once, and then when the finding or the outcome changes. */
export class Telling {
  told = 0;
  /** By their severity. */
  readonly counts = new Map<Severity, number>();
  readonly #least: number;
  readonly #only: ReadonlySet<string>;
  readonly #remembered = new Set<string>();

  /** Findings of less than this severity are not told; `only`: nor those of other rules and outcomes, if there are any. */
  constructor(least: Severity, only: readonly string[] = []) {
    this.#least = SEVERITIES.indexOf(least);
    this.#only = new Set(only);
  }

  /** What is to be told, if anything; `tale` is what was told about the call before. */
  of(standing: Standing, tale: Tale | undefined): { told: Told; tale: Tale } | null {
    const { row, findings } = standing;
    // Of a call that was told about, what it came to is told whatever its severity.
    const grave = findings.filter(
      (one) => isPresent(one) && (tale !== undefined || this.#isGrave(one)),
    );
    const main = grave.find(({ id }) => id === row.primary) ?? grave[0] ?? null;
    const pending = row.final === null && AWAITED.has(row.outcome);
    const state = `${main?.rule} ${pending ? 'pending' : `${row.outcome} ${row.final?.code}`}`;
    if (tale === undefined) {
      if (main === null || !this.#isAskedFor(row, main)) return null;
      if (this.#isKnown(row, main.rule)) return null;
      return this.#first(standing, main, pending, state);
    }
    if (tale.states.has(state) || tale.states.size > MAX_UPDATES) return null;
    tale.states.add(state);
    const before = tale.rule === main?.rule ? {} : { before: tale.rule };
    tale.rule = main?.rule ?? tale.rule;
    tale.pending = pending;
    return {
      tale,
      told: toldOf({ event: 'update', id: tale.id, pending, ...before }, standing, main),
    };
  }

  #first(
    standing: Standing,
    main: ReportFinding,
    pending: boolean,
    state: string,
  ): { told: Told; tale: Tale } {
    this.told += 1;
    this.counts.set(main.severity, (this.counts.get(main.severity) ?? 0) + 1);
    const id = `w${this.told}`;
    const tale = { id, rule: main.rule, pending, states: new Set([state]) };
    return { tale, told: toldOf({ event: 'finding', id, pending }, standing, main) };
  }

  #isAskedFor({ outcome }: Standing['row'], { rule }: ReportFinding): boolean {
    return this.#only.size === 0 || this.#only.has(rule) || this.#only.has(outcome);
  }

  /** The same was told about an earlier registration (subscription, probe, …) of the same user. */
  #isKnown(row: Standing['row'], rule: string): boolean {
    if ('legs' in row) return false;
    const key = [row.kind, row.from, row.to, row.destination, rule].join(' ');
    if (this.#remembered.has(key)) return true;
    this.#remembered.add(key);
    const [oldest] = this.#remembered;
    if (this.#remembered.size > MAX_REMEMBERED) this.#remembered.delete(oldest as string);
    return false;
  }

  #isGrave({ severity }: ReportFinding): boolean {
    return SEVERITIES.indexOf(severity) <= this.#least;
  }
}

/** What follows from something else is not told apart. */
function isPresent({ status, causedBy }: ReportFinding): boolean {
  return status === 'present' && causedBy === undefined;
}
