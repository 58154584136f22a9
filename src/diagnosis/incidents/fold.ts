import type { IncidentScope } from '../../model/report.ts';
import type { RuleId } from '../../model/rule-args.ts';
import { SEVERITIES, type OtherKind, type Severity } from '../../model/vocabulary.ts';
import type { Attempts } from './attempts.ts';
import { burstsOf } from './bursts.ts';
import { type Bars, histogramOf } from './histogram.ts';
import { scopeOf } from './scope.ts';
import { TimedAttempts } from './timed-attempts.ts';

/** Incidents whose dimensions are counted, the gravest first; those that are no trouble need none. */
const MAX_SCOPED = 50;

/** The light record of one finding; the call itself may have been released from memory. */
export interface IncidentRecord {
  /** Of the call, or of the other conversation. */
  readonly id: string;
  /** Its number among the attempts. */
  readonly attempt: number;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** From `signatureOf`. */
  readonly signature: string;
}

/** What incidents are looked for in: the calls, or the conversations of one kind. */
export interface Population {
  readonly of: 'call' | OtherKind;
  readonly attempts: Attempts;
  readonly records: readonly IncidentRecord[];
}

/** Findings of several calls with one cause, in one go. */
export interface IncidentFold {
  readonly of: 'call' | OtherKind;
  readonly rule: RuleId;
  readonly signature: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  /** In the order of their time. */
  readonly members: readonly string[];
  /** When the first and the last of them began, µs; NaN without a clock. */
  readonly first: number;
  readonly last: number;
  /** Affected ÷ all. */
  readonly share: number;
  readonly window: { readonly attempts: number; readonly affected: number };
  readonly scope: readonly IncidentScope[];
  readonly histogram: Bars | null;
  /** The first that shows it at its worst. */
  readonly representative: IncidentRecord;
}

/** A fold before its window was looked into. */
interface Burst {
  readonly of: Population['of'];
  readonly timed: TimedAttempts;
  readonly records: readonly IncidentRecord[];
  readonly worst: IncidentRecord;
  readonly first: number;
  readonly last: number;
}

/**
 * Folds findings by signature and then by bursts in time; worst first, then those that hit most, calls before what is none, then by time and
 * signature. What has no clock is a burst of its own. The outcome depends on what was found, not on the order of the records.
 */
export function foldIncidents(populations: readonly Population[]): IncidentFold[] {
  return populations
    .filter(({ records }) => records.length > 0)
    .flatMap(split)
    .sort(byImpact)
    .map((burst, place) => fold(burst, place < MAX_SCOPED && burst.worst.severity !== 'info'));
}

function split({ of, attempts, records }: Population): Burst[] {
  const timed = new TimedAttempts(attempts);
  const { starts } = attempts;
  const bySignature = new Map<string, Map<number, IncidentRecord>>();
  for (const record of records) {
    let same = bySignature.get(record.signature);
    if (same === undefined) bySignature.set(record.signature, (same = new Map()));
    const known = same.get(record.attempt);
    // One that was recorded in parts counts once, by its worst part.
    if (known === undefined || rank(record) < rank(known)) same.set(record.attempt, record);
  }
  const timeOf = ({ attempt }: IncidentRecord): number => starts[attempt] as number;
  return [...bySignature.values()].flatMap((same) => {
    const clocked = [...same.values()]
      .filter((record) => !Number.isNaN(timeOf(record)))
      .sort((a, b) => timeOf(a) - timeOf(b) || byId(a, b));
    const others = [...same.values()]
      .filter((record) => Number.isNaN(timeOf(record)))
      .sort((a, b) => byId(a, b));
    const bursts = burstsOf(clocked.map(timeOf)).map(({ from, until }) =>
      clocked.slice(from, until),
    );
    if (others.length > 0) bursts.push(others);
    return bursts.map((burst) => ({
      of,
      timed,
      records: burst,
      worst: burst.reduce((a, b) => (rank(b) < rank(a) ? b : a)),
      first: timeOf(burst[0] as IncidentRecord),
      last: timeOf(burst.at(-1) as IncidentRecord),
    }));
  });
}

function fold({ of, timed, records, worst, first, last }: Burst, scoped: boolean): IncidentFold {
  const { attempts, times } = timed;
  const affected = records.map(({ attempt }) => attempt);
  const window = timed.window(first, last);
  return {
    of,
    rule: worst.rule,
    signature: worst.signature,
    severity: worst.severity,
    members: records.map(({ id }) => id),
    first,
    last,
    share: records.length / attempts.length,
    window: { attempts: window.until - window.from, affected: records.length },
    scope: scoped ? scopeOf(timed, window, affected) : [],
    histogram: Number.isNaN(first)
      ? null
      : histogramOf(
          affected.map((attempt) => attempts.starts[attempt] as number),
          times,
        ),
    representative: worst,
  };
}

function rank({ severity }: IncidentRecord): number {
  return SEVERITIES.indexOf(severity);
}

function byImpact(a: Burst, b: Burst): number {
  return (
    rank(a.worst) - rank(b.worst) ||
    b.records.length - a.records.length ||
    Number(b.of === 'call') - Number(a.of === 'call') ||
    byTime(a.first, b.first) ||
    byText(a.worst.signature, b.worst.signature) ||
    byText(a.of, b.of)
  );
}

/** Times without a clock (NaN) come last. */
function byTime(a: number, b: number): number {
  if (a === b) return 0;
  const order = a - b;
  return Number.isNaN(order) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : order;
}

/** Ids as they were given: c2 before c10. */
function byId(a: IncidentRecord, b: IncidentRecord): number {
  return Number(a.id.slice(1)) - Number(b.id.slice(1));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
