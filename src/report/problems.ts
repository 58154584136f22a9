import { OUTCOME_CLASS } from '../model/outcome-class.ts';
import type { Incident, Report, ReportCall, ReportFinding } from '../model/report.ts';
import {
  CONFIDENCES,
  OUTCOMES,
  type Outcome,
  SEVERITIES,
  type Severity,
} from '../model/vocabulary.ts';
import { foldOf } from './fold-of.ts';
import {
  type FindingsById,
  findingsById,
  findingsOf,
  isConsequence,
  primaryOf,
} from './findings.ts';

/** Something that went wrong, told once: a representative, and how many look the same. */
export interface Problem extends Told {
  /** How its calls ended, most of them first. */
  readonly outcomes: readonly (readonly [Outcome, number])[];
}

interface Told {
  readonly severity: Severity;
  /** Absent when no rule explains the failure and only its code speaks. */
  readonly finding?: ReportFinding;
  /** The call shown in full; absent for findings about single messages, an endpoint or the capture. */
  readonly call?: ReportCall;
  /** Ids of all calls it concerns, the representative included. */
  readonly calls: readonly string[];
  /** How many times it occurred, the representative included. */
  readonly count: number;
  /** Absent where calls were put together by their code alone. */
  readonly incident?: Incident;
  /** When the first and the last of its calls began. */
  readonly first: string | null;
  readonly last: string | null;
}

const begin = (problem: Told): string => problem.call?.start ?? '';
const doubt = (problem: Told): number =>
  CONFIDENCES.indexOf(problem.finding?.confidence ?? 'possible');

function worstFirst(a: Told, b: Told): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.count - a.count ||
    doubt(a) - doubt(b) ||
    (begin(a) < begin(b) ? -1 : 1)
  );
}

function* fromIncidents(
  report: Report,
  byId: FindingsById,
  calls: ReadonlyMap<string, ReportCall>,
): Iterable<Told> {
  for (const incident of report.incidents) {
    if (incident.of !== 'call') continue;
    const call = calls.get(incident.representative);
    const finding = call?.findings
      .map((id) => byId.get(id))
      .find((candidate) => candidate?.rule === incident.rule);
    if (call === undefined || finding === undefined || finding.severity === 'info') continue;
    const { severity } = finding;
    const { first, last } = incident;
    yield {
      severity,
      finding,
      call,
      calls: incident.calls,
      count: incident.calls.length,
      incident,
      first,
      last,
    };
  }
}

/** Incidents of registrations and of whatever else is no call. */
function* fromOtherIncidents(report: Report, byId: FindingsById): Iterable<Told> {
  const rows = new Map(report.conversations.map((row) => [row.id, row]));
  for (const incident of report.incidents) {
    const { conversations = [], first, last } = incident;
    const finding = rows
      .get(incident.representative)
      ?.findings.map((id) => byId.get(id))
      .find((candidate) => candidate?.rule === incident.rule);
    if (incident.of === 'call' || finding === undefined || finding.severity === 'info') continue;
    const count = conversations.length;
    yield { severity: finding.severity, finding, calls: [], count, incident, first, last };
  }
}

/** Calls that no incident tells about: by their primary finding, else by what the signalling said. */
function callProblem(call: ReportCall, byId: FindingsById): [key: string, Told] | undefined {
  const finding = primaryOf(call, byId);
  const base = { call, calls: [call.id], count: 1, first: call.start, last: call.start };
  const failed = OUTCOME_CLASS[call.outcome] === 'failure';
  if (finding !== undefined) {
    if (finding.severity === 'info' && !failed) return besideNote(call, byId, base);
    // A failed call is a problem however mildly its cause is graded.
    const severity = finding.severity === 'info' ? 'warning' : finding.severity;
    return [`${finding.rule} ${finding.title}`, { ...base, severity, finding }];
  }
  if (!failed) return undefined;
  return [`${call.outcome} ${call.final?.code ?? ''}`, { ...base, severity: 'error' }];
}

/** What is worse than the note that says why a call went as it did: a dead target of a hunt, say. */
function besideNote(
  call: ReportCall,
  byId: FindingsById,
  base: Omit<Told, 'severity'>,
): [key: string, Told] | undefined {
  const [finding] = findingsOf(call, byId)
    .filter(
      (one) => one.severity !== 'info' && one.scope !== 'capture' && !isConsequence(one, byId),
    )
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  if (finding === undefined) return undefined;
  const { severity } = finding;
  return [`${finding.rule} ${finding.title}`, { ...base, severity, finding }];
}

class Folds {
  readonly #byKey = new Map<string, { problem: Told; calls: string[]; count: number }>();

  add(key: string, problem: Told): void {
    const fold = this.#byKey.get(key);
    if (fold === undefined) {
      this.#byKey.set(key, { problem, calls: [...problem.calls], count: 1 });
      return;
    }
    fold.calls.push(...problem.calls);
    fold.count += 1;
    // Calls come in the order of their start.
    fold.problem = { ...fold.problem, last: problem.last };
  }

  *problems(): Iterable<Told> {
    for (const { problem, calls, count } of this.#byKey.values())
      yield { ...problem, calls, count };
  }
}

/** The conversations of a problem, each with the rule that tells about it. */
function conversationsOf({ incident }: Told): string[] {
  const { conversations = [], rule } = incident ?? {};
  return conversations.map((id) => `${id} ${rule}`);
}

function outcomesOf(
  ids: readonly string[],
  calls: ReadonlyMap<string, ReportCall>,
): Problem['outcomes'] {
  const counts = new Map<Outcome, number>();
  for (const id of ids) {
    const outcome = calls.get(id)?.outcome;
    if (outcome !== undefined) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts].sort(
    ([a, some], [b, others]) => others - some || OUTCOMES.indexOf(a) - OUTCOMES.indexOf(b),
  );
}

/** Every problem of the report, worst first: severity, then how often, then how sure, then when. */
export function problemsOf(report: Report): Problem[] {
  const byId = findingsById(report);
  const calls = new Map(report.calls.map((call) => [call.id, call]));
  const others = [...fromOtherIncidents(report, byId)];
  const incidents = [...fromIncidents(report, byId, calls), ...others];
  const told = new Set(incidents.flatMap((problem) => problem.calls));
  const toldOthers = new Set(others.flatMap(conversationsOf));
  const cited = new Set(report.calls.flatMap(({ findings }) => findings));
  const folds = new Folds();
  for (const call of report.calls) {
    const entry = told.has(call.id) ? undefined : callProblem(call, byId);
    if (entry !== undefined) folds.add(...entry);
  }
  for (const finding of report.findings) {
    if (finding.severity === 'info') continue;
    // What concerns an endpoint may name a call that has no problem of its own.
    const isOfCall = finding.scope !== 'endpoint' || cited.has(finding.id);
    if (finding.calls.length > 0 && isOfCall) continue;
    // Where the capture is at fault, that is told with the capture.
    if (finding.scope === 'capture' || finding.causedBy !== undefined) continue;
    if (finding.conversations?.some((id) => toldOthers.has(`${id} ${finding.rule}`))) continue;
    const where = finding.scope === 'endpoint' ? ` ${finding.title}` : '';
    folds.add(foldOf(finding) + where, {
      severity: finding.severity,
      finding,
      calls: [],
      count: 1,
      first: null,
      last: null,
    });
  }
  return [...incidents, ...folds.problems()]
    .sort(worstFirst)
    .map((problem) => ({ ...problem, outcomes: outcomesOf(problem.calls, calls) }));
}
