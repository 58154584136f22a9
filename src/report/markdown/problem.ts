import type { ReportCall } from '../../model/report.ts';
import { type HtmlPage } from '../html/context.ts';
import type { ProblemView, ScopeView } from '../html/page-data.ts';
import { exampleOf, problemView } from '../html/problem.ts';
import { type Line, paint } from '../line.ts';
import type { Problem } from '../problems.ts';
import { callSummary } from '../text/call-summary.ts';
import { codeAdvice } from '../text/code-advice.ts';
import { evidenceLines } from '../text/evidence.ts';
import { barLines } from './bars.ts';
import { code, fenced, prose } from './gate.ts';
import { sequenceDiagram } from './mermaid.ts';
import { twinLines } from './twin.ts';

/** Columns of what stands in fenced blocks. */
const WIDTH = 100;

const painted = (lines: readonly Line[]): string[] => lines.map((line) => paint(line));

function part(label: string): string {
  return `**${prose(label)}**\n`;
}

function* list(label: string, items: readonly string[]): Iterable<string> {
  if (items.length === 0) return;
  yield part(label);
  for (const item of items) yield `- ${prose(item)}`;
  yield '';
}

function scopeLine({ dimension, affected, unaffected }: ScopeView, page: HtmlPage): string {
  const { labels } = page.say;
  const values = (all: ScopeView['affected']): string =>
    all.map(({ value, count }) => `${code(value)} (${count})`).join(', ');
  const spared =
    unaffected.length === 0 ? '' : `; ${prose(labels.unaffected)}: ${values(unaffected)}`;
  return `- ${prose(dimension)}: ${prose(labels.affected)}: ${values(affected)}${spared}`;
}

function* incidentLines(
  { incident }: Problem,
  view: ProblemView,
  page: HtmlPage,
): Iterable<string> {
  const { labels } = page.say;
  if (view.scope.length > 0) {
    yield part(labels.where);
    for (const scope of view.scope) yield scopeLine(scope, page);
    yield '';
  }
  // Of a single call the time is told already.
  const bars = incident === undefined || view.calls < 2 ? [] : barLines(incident, page);
  if (bars.length === 0) return;
  yield `${part(labels.overTime)}\n${prose(`${labels.affected} / ${labels.attempts}`)}, UTC\n`;
  yield fenced(bars);
}

function* exampleLines(call: ReportCall, drawn: ReportCall, page: HtmlPage): Iterable<string> {
  yield part(page.say.labels.example);
  yield fenced(painted(callSummary(call, page, WIDTH)));
  const diagram = sequenceDiagram(drawn, page);
  if (diagram.length === 0) return;
  if (drawn !== call) yield `${code(drawn.id)}\n`;
  yield fenced(diagram, 'mermaid');
}

/** The title without its last point: a heading has none. */
const headingOf = (title: string): string => title.replace(/\.$/, '');

/** One line of the list in front of the incidents. */
export function overviewLine(problem: Problem, page: HtmlPage): string {
  const { finding, facts } = problemView(problem, page);
  return `**${prose(finding.grade)}** ${prose(finding.title)} ${prose(facts.join(' · '))}`.trim();
}

/** One problem in full, as a section. */
export function* problemLines(problem: Problem, number: number, page: HtmlPage): Iterable<string> {
  const { labels } = page.say;
  const view = problemView(problem, page);
  const { finding } = view;
  yield `### ${number}. ${prose(headingOf(finding.title))}\n`;
  yield `**${prose(finding.grade)}** · ${code(finding.rule)}\n`;
  for (const fact of view.facts) yield `- ${prose(fact)}`;
  yield '';
  yield* incidentLines(problem, view, page);
  if (finding.why !== '') yield `${part(labels.why)}\n${prose(finding.why)}\n`;
  yield* list(labels.causes, finding.causes);
  const own = problem.call ?? exampleOf(problem, page);
  const evidence =
    problem.finding?.evidence ?? (own === undefined ? [] : codeAdvice(own, page).evidence);
  if (evidence.length > 0) {
    yield part(labels.evidence);
    yield fenced(painted(evidenceLines(evidence, page, WIDTH)));
  }
  yield* list(labels.fix, finding.fix);
  yield* list(labels.also, view.also);
  if (own !== undefined) yield* exampleLines(own, exampleOf(problem, page) ?? own, page);
  const twin = problem.incident?.twin;
  if (twin !== undefined) {
    yield part(`${labels.twin} (${twin.call})`);
    yield* twinLines(twin, page);
  }
}
