import { toldUnder } from './also.ts';
import { pageOf, type Page } from './context.ts';
import { findingsById } from './findings.ts';
import type { RenderOptions, ReportFormat } from './format.ts';
import { dim, EMPTY, type Line, paint, strong } from './line.ts';
import { problemsOf } from './problems.ts';
import { heading } from './text/heading.ts';
import { filesSection } from './text/files.ts';
import { outcomesSection } from './text/outcomes.ts';
import { problemLines } from './text/problem.ts';
import { readSection } from './text/read.ts';
import { restSection } from './text/rest.ts';
import { ticketText } from './ticket/text.ts';
import { elapsedUs } from './time.ts';
import { wrap } from './wrap.ts';
import type { Report } from '../model/report.ts';

const DEFAULT_LIMIT = 10;

function banner({ report, words, format, width }: Page): Line[] {
  const { start, end } = report;
  if (start === null || end === null) return [[strong('siptriage')]];
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  const until = sameDay ? format.clock(end) : `${format.date(end)} ${format.clock(end)}`;
  const from = `${format.date(start)} ${format.clock(start)}`;
  const period = words.period(from, until, format.duration(elapsedUs(start, end)));
  return wrap([strong('siptriage'), dim(`  ${period}`)], { width });
}

function* summary(page: Page): Iterable<Line> {
  yield* banner(page);
  yield EMPTY;
  yield* readSection(page);
  yield EMPTY;
  yield* outcomesSection(page);
  yield EMPTY;
}

function* troubles(page: Page, limit: number): Iterable<Line> {
  const { report, words, format } = page;
  const problems = problemsOf(report);
  if (problems.length > 0) {
    const count = words.countCauses(problems.length, format.integer(problems.length));
    yield heading(words.problems, count);
    yield EMPTY;
  }
  const byId = findingsById(report);
  const shown = limit === 0 ? problems : problems.slice(0, limit);
  for (const [index, problem] of shown.entries())
    yield* problemLines(problem, index + 1, page, byId);
  const hidden = problems.length - shown.length;
  if (hidden > 0) {
    yield [strong(words.hiddenProblems(hidden, format.integer(hidden)))];
    yield EMPTY;
  }
  const told = shown.flatMap((problem) => toldUnder(problem, report, byId));
  yield* restSection(problems, new Set(told), page);
}

/** The triage report: what was read, how calls ended, what went wrong and why, and the calm rest. */
function* render(report: Report, options: RenderOptions = {}): Iterable<string> {
  const page = pageOf(report, options);
  const painted = (line: Line): string => `${paint(line, page.palette)}\n`;
  for (const line of summary(page)) yield painted(line);
  yield* filesSection(page);
  for (const line of troubles(page, options.limit ?? DEFAULT_LIMIT)) yield painted(line);
}

export const textFormat: ReportFormat = {
  id: 'text',
  extensions: ['.txt'],
  needs: { messages: 'unexplained', calls: 'troubled', groups: false },
  render,
  ticket: ticketText,
};
