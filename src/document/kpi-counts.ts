import type { KpiSummary } from '../model/kpis.ts';
import type { Outcome } from '../model/vocabulary.ts';
import { delaysOf } from './delays.ts';
import type { KpiAttempt } from './kpi-attempt.ts';

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
  'blocked-unwanted',
]);
/** Nothing can be said about the service from these. */
const EXCLUDED: ReadonlySet<Outcome> = new Set([
  'incomplete-pending',
  'incomplete-midcall',
  'scan-or-attack',
]);
/** Final codes that RFC 6076 §4.7 counts as an effective session establishment. */
const EFFECTIVE: ReadonlySet<number> = new Set([480, 486, 600, 603]);
/** … and §4.8 as an ineffective attempt; a caller that nobody answers acts as if it got a 408 (RFC 3261 §8.1.3.1). */
const INEFFECTIVE: ReadonlySet<number> = new Set([408, 500, 503, 504]);
/** A talk as short as this hints at one-way audio, a wrong number or a false answer, ms. */
const SHORT_MS = 5000;

/** Attempts and what became of them, as sums: the total, or one group of them. */
export class KpiCounts {
  attempts = 0;
  excluded = 0;
  redirected = 0;
  answered = 0;
  invites = 0;
  unfinished = 0;
  #byPeople = 0;
  #effective = 0;
  #blocked = 0;
  #ineffective = 0;
  #completed = 0;
  #talks = 0;
  #talkMs = 0;
  #short = 0;
  readonly #pddMs: number[] = [];

  /** False when the attempt says nothing about the service. */
  add(attempt: KpiAttempt): boolean {
    const { outcome, code, pddMs, talkMs } = attempt;
    if (EXCLUDED.has(outcome)) {
      this.excluded += 1;
      return false;
    }
    this.attempts += 1;
    this.invites += attempt.invites;
    if (code >= 300 && code < 400) this.redirected += 1;
    if (ANSWERED.has(outcome)) this.answered += 1;
    else if (isByPeople(attempt)) this.#byPeople += 1;
    if (EFFECTIVE.has(code)) this.#effective += 1;
    if (code === 603 && outcome === 'blocked-network') this.#blocked += 1;
    if (INEFFECTIVE.has(code) || (code === 0 && outcome === 'failed-timeout')) {
      this.#ineffective += 1;
    }
    if (attempt.completed) this.#completed += 1;
    if (attempt.unfinished) this.unfinished += 1;
    if (pddMs !== null) this.#pddMs.push(pddMs);
    if (talkMs !== null) {
      this.#talks += 1;
      this.#talkMs += talkMs;
      if (talkMs <= SHORT_MS) this.#short += 1;
    }
    return true;
  }

  merge(other: KpiCounts): void {
    this.attempts += other.attempts;
    this.excluded += other.excluded;
    this.redirected += other.redirected;
    this.answered += other.answered;
    this.invites += other.invites;
    this.unfinished += other.unfinished;
    this.#byPeople += other.#byPeople;
    this.#effective += other.#effective;
    this.#blocked += other.#blocked;
    this.#ineffective += other.#ineffective;
    this.#completed += other.#completed;
    this.#talks += other.#talks;
    this.#talkMs += other.#talkMs;
    this.#short += other.#short;
    for (const pddMs of other.#pddMs) this.#pddMs.push(pddMs);
  }

  /** Ratios in percent; without anything to divide by they are undefined, not 0 (RFC 6076 §4). */
  summary(): KpiSummary {
    // Redirected requests leave the denominator of SER and its relatives (§4.6), but not that of ISA (§4.8).
    const base = this.attempts - this.redirected;
    return {
      attempts: this.attempts,
      excluded: this.excluded,
      redirected: this.redirected,
      answered: this.answered,
      unfinished: this.unfinished,
      asr: percent(this.answered, base),
      ner: percent(this.answered + this.#byPeople, base),
      ser: percent(this.answered, base),
      seer: percent(this.answered + this.#effective, base),
      seerUser: percent(this.answered + this.#effective - this.#blocked, base),
      isa: percent(this.#ineffective, this.attempts),
      scr: percent(this.#completed, this.attempts - this.unfinished),
      acdMs: this.#talks === 0 ? null : Math.round(this.#talkMs / this.#talks),
      short: percent(this.#short, this.#talks),
      pdd: delaysOf(this.#pddMs),
    };
  }
}

export function percent(count: number, of: number): number | null {
  return of === 0 ? null : Math.round((count * 10_000) / of) / 100;
}

function isByPeople({ outcome, stage, absent }: KpiAttempt): boolean {
  if (BY_PEOPLE.has(outcome)) return true;
  if (outcome === 'unavailable') return absent;
  return outcome === 'cancelled-by-caller' && (stage === 'alerting' || stage === 'early-media');
}
