import type { Report, ReportCall, ReportFinding } from '../model/report.ts';
import type { Page } from './context.ts';
import { type FindingsById, findingsOf } from './findings.ts';
import type { Problem } from './problems.ts';

/** Told of every call that it befalls, also where many others share its cause. */
const ALWAYS_TOLD: ReadonlySet<string> = new Set(['emergency-call']);
/** Calls besides the shown one that are told so. */
const MAX_OTHERS = 10;

/** What else was found about the call that a problem shows. */
export function alsoOf({ call, finding }: Problem, byId: FindingsById): ReportFinding[] {
  if (call === undefined) return [];
  const all = findingsOf(call, byId);
  const explained = new Set(all.map(({ id }) => id));
  return all.filter(
    (one) =>
      one !== finding &&
      !(one.causedBy !== undefined && explained.has(one.causedBy) && isToldAlready(one)),
  );
}

/** A blemish that follows from a worse one of the same message, or the refusal that the call's own line names. */
function isToldAlready({ scope, rule }: ReportFinding): boolean {
  return scope === 'message' || rule.startsWith('resp-');
}

const sentence = ({ title, rule }: ReportFinding): string => `${title} (${rule})`;

/** The sentences under a problem with this title; several findings may read alike, as when a call was silent twice. */
export function alsoTold(
  problem: Problem,
  title: string,
  page: Page,
  byId: FindingsById,
): string[] {
  const own = alsoOf(problem, byId).filter((one) => one.title !== title);
  const sums = sumsOf(problem, page.report.findings, byId);
  return [...new Set([...own, ...sums].map(sentence)), ...ofOthers(problem, page)];
}

/** What was found about an endpoint because of these calls. */
function sumsOf(
  { calls }: Problem,
  findings: readonly ReportFinding[],
  byId: FindingsById,
): ReportFinding[] {
  const ids = new Set(calls);
  return findings.filter(({ scope, causedBy = '' }) => {
    const cause = scope === 'endpoint' ? byId.get(causedBy) : undefined;
    return (
      cause !== undefined && cause.scope !== 'endpoint' && cause.calls.some((id) => ids.has(id))
    );
  });
}

/** The findings that the lines under a problem show, or count. */
export function toldUnder(
  problem: Problem,
  { findings }: Report,
  byId: FindingsById,
): ReportFinding[] {
  const calls = new Set(problem.calls);
  const always = findings.filter(
    (one) => ALWAYS_TOLD.has(one.rule) && one.calls.some((id) => calls.has(id)),
  );
  return [
    problem.finding ?? [],
    alsoOf(problem, byId),
    always,
    sumsOf(problem, findings, byId),
  ].flat();
}

/** What must not be lost among the calls that are only counted. */
function ofOthers({ call: shown, calls }: Problem, { report, words, format }: Page): string[] {
  const always = report.findings.filter(({ rule }) => ALWAYS_TOLD.has(rule));
  if (always.length === 0) return [];
  const ids = new Set(calls);
  const byId = new Map(report.calls.map((call) => [call.id, call]));
  const which = ({ id, start }: ReportCall): string =>
    start === null ? id : `${id} (${format.clock(start)})`;
  const told = always.flatMap((finding) =>
    finding.calls.flatMap((id) => {
      const call = id === shown?.id || !ids.has(id) ? undefined : byId.get(id);
      return call === undefined ? [] : [`${which(call)}: ${sentence(finding)}`];
    }),
  );
  const more = told.length - MAX_OTHERS;
  return more > 0
    ? [...told.slice(0, MAX_OTHERS), words.moreLikeIt(more, format.integer(more))]
    : told;
}
