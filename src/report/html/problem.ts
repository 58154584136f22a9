import type { ReportCall } from '../../model/report.ts';
import { outcomesText, problemCount } from '../problem-count.ts';
import type { Problem } from '../problems.ts';
import { alsoTold } from '../also.ts';
import { finalText, routeOf } from './call.ts';
import { type HtmlPage, moment } from './context.ts';
import { findingView, unexplainedView } from './finding.ts';
import { chartView, scopeViews, twinView, windowFacts } from './incident.ts';
import { ladderView } from './ladder.ts';
import type { ProblemView } from './page-data.ts';

/** Call-IDs that a ticket names. */
const TICKET_CALLS = 20;

/** The call that is shown for a problem: its own, else the first one that comes with messages. */
export function exampleOf({ call, calls }: Problem, page: HtmlPage): ReportCall | undefined {
  if (call?.messages !== undefined) return call;
  const id = calls.find((one) => page.calls.get(one)?.messages !== undefined);
  return id === undefined ? call : page.calls.get(id);
}

function factsOf(problem: Problem, page: HtmlPage): string[] {
  const { format, say, report } = page;
  const { calls, first, last } = problem;
  const facts = [problemCount(problem, page)].filter((fact) => fact !== '');
  if (calls.length > 0) {
    const share = calls.length / Math.max(1, report.totals.calls);
    facts.push(say.share(format.percent(share)));
  }
  const outcomes = outcomesText(problem, page);
  if (outcomes !== '') facts.push(outcomes);
  if (first !== null && last !== null) {
    const sameDay = first.slice(0, 10) === last.slice(0, 10);
    const until = sameDay ? format.clock(last) : moment(last, page);
    facts.push(first === last ? moment(first, page) : `${moment(first, page)} – ${until}`);
  }
  return facts;
}

/** What a carrier needs to find the calls, beside what the finding says. */
function ticketOf(
  { calls }: Problem,
  call: ReportCall | undefined,
  page: HtmlPage,
): ProblemView['ticket'] {
  const { say, format } = page;
  const { labels } = say;
  const ids = calls.slice(0, TICKET_CALLS).flatMap((id) => page.calls.get(id)?.callIds[0] ?? []);
  const more = calls.length - ids.length;
  const rest = more > 0 ? [labels.ticketMore.replace('{n}', format.integer(more))] : [];
  const of = (text: (known: ReportCall) => string): string[] => {
    const value = call === undefined ? '' : text(call);
    return value === '' ? [] : [value];
  };
  return [
    { label: labels.ticketParties, values: of(({ from, to }) => `${from} → ${to}`) },
    { label: labels.ticketRoute, values: of((known) => routeOf(known, page)) },
    { label: labels.ticketResponse, values: of(finalText) },
    { label: 'Reason', values: of(({ final }) => final?.reason ?? '') },
    { label: 'Call-ID', values: [...ids, ...rest] },
  ].filter(({ values }) => values.length > 0);
}

/** One thing that went wrong, with everything that is known of it. */
export function problemView(problem: Problem, page: HtmlPage): ProblemView {
  const { finding, severity, calls, incident } = problem;
  const example = exampleOf(problem, page);
  const own = problem.call ?? example;
  const stepAt = own === undefined ? undefined : ladderView(own, page).stepAt;
  const shown =
    finding === undefined && own !== undefined
      ? unexplainedView(own, page, stepAt)
      : finding === undefined
        ? undefined
        : findingView(finding, page, stepAt, severity);
  if (shown === undefined) throw new Error('a problem has a finding or a call');
  return {
    id: incident?.id ?? '',
    finding: shown,
    facts: [
      ...factsOf(problem, page),
      ...(incident === undefined ? [] : windowFacts(incident, page)),
    ],
    calls: calls.length,
    callsText: page.words.countCalls(calls.length, page.format.integer(calls.length)),
    example: example?.messages === undefined ? null : example.id,
    exampleLine: own === undefined ? '' : `${own.from} → ${own.to} · ${finalText(own)}`,
    scope: incident === undefined ? [] : scopeViews(incident, page),
    chart: incident === undefined ? null : chartView(incident),
    twin: incident === undefined ? null : twinView(incident, page),
    also: alsoTold(problem, shown.title, page, page.byId),
    ticket: ticketOf(problem, own, page),
  };
}
