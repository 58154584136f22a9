import type { Report, ReportFinding } from '../../model/report.ts';
import { OUTCOMES, SEVERITIES } from '../../model/vocabulary.ts';
import type { Page } from '../context.ts';
import { findingsById, isConsequence } from '../findings.ts';
import { foldOf } from '../fold-of.ts';
import { dim, EMPTY, type Line, piece } from '../line.ts';
import type { Problem } from '../problems.ts';
import { padded } from '../width.ts';
import { wrap } from '../wrap.ts';
import { heading } from './heading.ts';
import { isLimit } from './limits.ts';

/** Findings that are worth a line and no more, one per rule and what it names. */
function notes(report: Report, told: ReadonlySet<ReportFinding>): [ReportFinding, number][] {
  const byFold = new Map<string, [ReportFinding, number]>();
  for (const finding of report.findings) {
    if (finding.severity !== 'info' || isLimit(finding) || told.has(finding)) continue;
    if (followsFromTold(finding)) continue;
    const seen = byFold.get(foldOf(finding));
    if (seen === undefined) byFold.set(foldOf(finding), [finding, 1]);
    else seen[1] += 1;
  }
  return [...byFold.values()].sort((a, b) => b[1] - a[1]);
}

/** The cause is told where it belongs; only blemishes of a message are worth counting beside it. */
function followsFromTold({ causedBy, scope }: ReportFinding): boolean {
  return causedBy !== undefined && scope !== 'message';
}

/**
 * What is worse than a note and shown by no problem: it befell calls that are only counted above. Whoever lets it decide over
 * an exit code finds it here.
 */
function untold(
  report: Report,
  problems: readonly Problem[],
  told: ReadonlySet<ReportFinding>,
): [ReportFinding, number][] {
  const { findings, calls } = report;
  const byId = findingsById(report);
  const counted = new Set(problems.flatMap(ruleOfCalls));
  const troubled = new Set(problems.flatMap((problem) => problem.calls));
  const cited = new Set<string>();
  for (const { id, findings: own, primary } of calls) {
    // What an incident folds may differ in its rule, as a wait that was cancelled and one that timed out.
    for (const one of own) if (one !== primary || !troubled.has(id)) cited.add(one);
  }
  const byFold = new Map<string, [ReportFinding, number]>();
  for (const finding of findings) {
    const { severity, scope, rule } = finding;
    if (severity === 'info' || scope === 'capture' || told.has(finding)) continue;
    if (!cited.has(finding.id) || isConsequence(finding, byId)) continue;
    if (finding.calls.some((id) => counted.has(`${id} ${rule}`))) continue;
    const seen = byFold.get(foldOf(finding));
    if (seen === undefined) byFold.set(foldOf(finding), [finding, 1]);
    else seen[1] += 1;
  }
  return [...byFold.values()].sort(
    ([a, some], [b, others]) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || others - some,
  );
}

function ruleOfCalls({ calls, finding }: Problem): string[] {
  return finding === undefined ? [] : calls.map((id) => `${id} ${finding.rule}`);
}

function* notedLines(
  page: Page,
  problems: readonly Problem[],
  told: ReadonlySet<ReportFinding>,
): Iterable<Line> {
  const rows = [...untold(page.report, problems, told), ...notes(page.report, told)];
  if (rows.length === 0) return;
  yield heading(page.words.noted);
  for (const [finding, count] of rows) {
    const lead = `  ${padded(`${page.format.integer(count)} ×`, 5)} `;
    const { width } = page;
    const { severity, title, rule } = finding;
    const grade =
      severity === 'info' ? [] : [piece(`${page.labels.severities[severity]}  `, severity)];
    yield* wrap([...grade, piece(title), dim(`  ${rule}`)], {
      width,
      first: [dim(lead)],
      indent: lead.length,
    });
  }
  yield EMPTY;
}

/**
 * Findings that are no problem, then everything that went well, in a line. `told`: findings that the problems above show
 * already.
 */
export function* restSection(
  problems: readonly Problem[],
  told: ReadonlySet<ReportFinding>,
  page: Page,
): Iterable<Line> {
  const { report, labels, words, format, width } = page;
  yield* notedLines(page, problems, told);
  const troubled = new Set(problems.flatMap(({ calls }) => calls));
  const calm = new Map<string, number>(Object.entries(report.unlisted ?? {}));
  let count = sum(calm.values());
  for (const { id, outcome } of report.calls) {
    if (troubled.has(id)) continue;
    count += 1;
    calm.set(outcome, (calm.get(outcome) ?? 0) + 1);
  }
  if (count === 0) return;
  const outcomes = OUTCOMES.flatMap((outcome) => {
    const n = calm.get(outcome);
    return n === undefined ? [] : [`${format.integer(n)} ${labels.outcomes[outcome]}`];
  });
  const say = problems.length === 0 ? words.allWell : words.restLine;
  const text = say(count, format.integer(count), outcomes.join(', '));
  yield* wrap([piece(text, 'good')], { width });
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
