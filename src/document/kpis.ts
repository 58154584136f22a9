import type { Outcome, Stage } from '../model/vocabulary.ts';
import type { Kpis, ReportCall } from '../model/report.ts';

/** Answered by somebody or something, whatever came after. */
const ANSWERED: ReadonlySet<Outcome> = new Set([
  'answered',
  'answered-elsewhere',
  'dropped',
  'answered-media-failed',
]);
/** The network did its work; the people decided (ITU-T E.425 NER, read off SIP). */
const BY_PEOPLE: ReadonlySet<Outcome> = new Set([
  'busy',
  'no-answer',
  'declined-user',
  'declined-auto',
]);
/** Nothing can be said about the service from these. */
const EXCLUDED: ReadonlySet<Outcome> = new Set([
  'incomplete-pending',
  'incomplete-midcall',
  'scan-or-attack',
]);
/** Final codes that RFC 6076 §4.7 counts as an effective session establishment. */
const EFFECTIVE: ReadonlySet<number> = new Set([480, 486, 600, 603]);

/** Sums up attempts (an INVITE with its challenges and redirects counts once) into ratios, in percent. */
export class KpiTally {
  #attempts = 0;
  #excluded = 0;
  #redirected = 0;
  #answered = 0;
  #byPeople = 0;
  #effective = 0;
  readonly #pddMs: number[] = [];

  add({ outcome, stage, final, timing }: ReportCall): void {
    if (EXCLUDED.has(outcome)) {
      this.#excluded += 1;
      return;
    }
    this.#attempts += 1;
    const code = final?.code ?? 0;
    if (code >= 300 && code < 400) this.#redirected += 1;
    if (ANSWERED.has(outcome)) this.#answered += 1;
    else if (BY_PEOPLE.has(outcome) || gaveUpWhileRinging(outcome, stage)) this.#byPeople += 1;
    if (EFFECTIVE.has(code)) this.#effective += 1;
    if (timing.pddMs !== null) this.#pddMs.push(timing.pddMs);
  }

  /** A plain call: answered. */
  addAnswered(pddMs: number | null): void {
    this.#attempts += 1;
    this.#answered += 1;
    if (pddMs !== null) this.#pddMs.push(pddMs);
  }

  kpis(): Kpis {
    // RFC 6076 §4.6: redirected requests leave the denominator; without one a ratio is undefined, not 0.
    const base = this.#attempts - this.#redirected;
    const percent = (count: number): number | null =>
      base === 0 ? null : Math.round((count * 10_000) / base) / 100;
    const sorted = this.#pddMs.sort((a, b) => a - b);
    return {
      attempts: this.#attempts,
      excluded: this.#excluded,
      asr: percent(this.#answered),
      ner: percent(this.#answered + this.#byPeople),
      ser: percent(this.#answered),
      seer: percent(this.#answered + this.#effective),
      pdd: { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) },
    };
  }
}

function gaveUpWhileRinging(outcome: Outcome, stage: Stage): boolean {
  return outcome === 'cancelled-by-caller' && (stage === 'alerting' || stage === 'early-media');
}

/** Fewer values have no percentiles worth the name. */
const MIN_VALUES = 5;

/** Nearest rank. */
function percentile(sorted: readonly number[], share: number): number | null {
  if (sorted.length < MIN_VALUES) return null;
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
