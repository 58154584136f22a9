import type { Report, ReportFinding } from '../../model/report.ts';
import { OUTCOMES } from '../../model/vocabulary.ts';
import type { Page } from '../context.ts';
import { dim, EMPTY, type Line, piece } from '../line.ts';
import type { Problem } from '../problems.ts';
import { padded } from '../width.ts';
import { wrap } from '../wrap.ts';
import { heading } from './heading.ts';
import { isLimit } from './limits.ts';

/** Findings that are worth a line and no more, one per rule. */
function notes(report: Report, told: ReadonlySet<ReportFinding>): [ReportFinding, number][] {
  const byRule = new Map<string, [ReportFinding, number]>();
  for (const finding of report.findings) {
    if (finding.severity !== 'info' || isLimit(finding) || told.has(finding)) continue;
    if (followsFromTold(finding)) continue;
    const seen = byRule.get(finding.rule);
    if (seen === undefined) byRule.set(finding.rule, [finding, 1]);
    else seen[1] += 1;
  }
  return [...byRule.values()].sort((a, b) => b[1] - a[1]);
}

/** The cause is told where it belongs; only blemishes of a message are worth counting beside it. */
function followsFromTold({ causedBy, scope }: ReportFinding): boolean {
  return causedBy !== undefined && scope !== 'message';
}

function* notedLines(page: Page, told: ReadonlySet<ReportFinding>): Iterable<Line> {
  const rows = notes(page.report, told);
  if (rows.length === 0) return;
  yield heading(page.words.noted);
  for (const [finding, count] of rows) {
    const lead = `  ${padded(`${page.format.integer(count)} ×`, 5)} `;
    const { width } = page;
    yield* wrap([piece(finding.title), dim(`  ${finding.rule}`)], {
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
  yield* notedLines(page, told);
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
