import { alsoTold } from '../also.ts';
import type { Page } from '../context.ts';
import { type FindingsById, findingsById, primaryOf } from '../findings.ts';
import { dim, EMPTY, type Line, piece, strong } from '../line.ts';
import { outcomesText, problemCount } from '../problem-count.ts';
import type { Problem } from '../problems.ts';
import { displayWidth, padded } from '../width.ts';
import { wrap } from '../wrap.ts';
import { callSummary } from './call-summary.ts';
import { codeAdvice } from './code-advice.ts';
import { evidenceLines } from './evidence.ts';
import { incidentFacts, twinLines } from './incident.ts';

const INDENT = 3;

/** Lines under a label in the margin. */
function block(label: string, lines: readonly Line[], column: number): Line[] {
  return lines.map((line, index) => [
    piece(' '.repeat(INDENT)),
    dim(padded(index === 0 ? label : '', column)),
    ...line,
  ]);
}

function countText(problem: Problem, page: Page): string {
  const { report, words, format } = page;
  const { length } = problem.calls;
  const text = problemCount(problem, page);
  if (length < 2) return text;
  const share = length / Math.max(1, report.totals.calls);
  return `${text}, ${words.shareOfCalls(format.percent(share))}`;
}

function head(problem: Problem, number: number, page: Page): Line[] {
  const { labels, words } = page;
  const { finding, severity } = problem;
  const grade =
    problem.finding?.status === 'inconclusive' ? labels.statuses.inconclusive : undefined;
  const confidence = finding?.confidence ?? problem.call?.confidence;
  const facts = [
    countText(problem, page),
    grade ?? (confidence === undefined ? '' : labels.confidences[confidence]),
    finding?.rule ?? (problem.call === undefined ? '' : words.outcomeOnly(problem.call.outcome)),
  ].filter((fact) => fact !== '');
  return wrap([piece(labels.severities[severity], severity), dim(`  ${facts.join(' · ')}`)], {
    width: page.width,
    first: [strong(padded(`${number}`, INDENT))],
    indent: INDENT,
  });
}

/** What lists the calls of a problem; empty when no single filter does. */
function ruleFilter({ calls, finding }: Problem, { report }: Page): string {
  if (finding === undefined) return '';
  const told = new Set(calls);
  const byId = findingsById(report);
  const rules = new Set<string>();
  for (const call of report.calls) {
    const primary = told.has(call.id) ? primaryOf(call, byId) : undefined;
    if (primary !== undefined) rules.add(primary.rule);
  }
  if (rules.size < 2) return `rule=${finding.rule}`;
  const family = finding.rule.split('-', 1)[0] ?? '';
  return [...rules].every((rule) => rule.startsWith(`${family}-`)) ? `rule~${family}-` : '';
}

/** How many others look the same, when they began, and how to list them. */
function* moreLikeIt(problem: Problem, page: Page): Iterable<Line> {
  const { words, format, width } = page;
  const more = problem.count - 1;
  if (more === 0) return;
  const { first, last, incident } = problem;
  const clocks =
    first === null || last === null ? '' : `, ${format.clock(first)} – ${format.clock(last)}`;
  const outcomes = outcomesText(problem, page);
  const ended = outcomes === '' ? '' : `; ${words.inAll(outcomes)}`;
  const span = clocks + (incident === undefined ? '' : incidentFacts(incident, page)) + ended;
  const filter = problem.calls.length === 0 ? '' : ruleFilter(problem, page);
  const list = filter === '' ? '' : `  (siptriage calls … --where ${filter})`;
  yield* wrap([strong(words.moreLikeIt(more, format.integer(more)) + span), dim(list)], {
    width,
    first: [piece(' '.repeat(INDENT))],
    indent: INDENT,
  });
}

/** One problem in full: the sentence, the call, why, the proof, and what to do. */
export function* problemLines(
  problem: Problem,
  number: number,
  page: Page,
  byId: FindingsById,
): Iterable<Line> {
  const { words, width } = page;
  const { finding, call } = problem;
  const labels = [words.call, words.why, words.evidence, words.fix, words.also, words.codeCauses];
  labels.push(words.incident.twin);
  const column = Math.max(...labels.map(displayWidth)) + 2;
  const room = width - INDENT - column;
  const list = (items: readonly string[]): Line[] =>
    items.flatMap((item) => wrap([piece(item)], { width: room, first: [dim('• ')], indent: 2 }));

  yield* head(problem, number, page);
  const advice = finding === undefined && call !== undefined ? codeAdvice(call, page) : undefined;
  const title = finding?.title ?? advice?.title ?? '';
  const margin = ' '.repeat(INDENT);
  yield* wrap([strong(title)], { width, first: [piece(margin)], indent: INDENT });
  if (call !== undefined) yield* block(words.call, callSummary(call, page, room), column);
  const why = finding?.explanation ?? advice?.why ?? '';
  if (why !== '') yield* block(words.why, wrap([piece(why)], { width: room }), column);
  const causes = advice?.causes ?? [];
  if (causes.length > 0) yield* block(words.codeCauses, list(causes), column);
  const evidence = finding?.evidence ?? advice?.evidence ?? [];
  yield* block(words.evidence, evidenceLines(evidence, page, room), column);
  const fix = finding?.fix ?? advice?.fix ?? [];
  yield* block(words.fix, list(fix), column);
  yield* block(words.also, list(alsoTold(problem, title, page, byId)), column);
  if (problem.incident?.twin !== undefined) {
    yield* block(words.incident.twin, twinLines(problem.incident.twin, page, room), column);
  }
  yield* moreLikeIt(problem, page);
  yield EMPTY;
}
