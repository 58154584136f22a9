/** What a ticket says, before it is laid out: observations, each with its calls and messages. */
import { FORMAT_WORDS, type TicketWords } from '../../catalog/format-words.ts';
import type { Evidence, Incident, Report, ReportCall } from '../../model/report.ts';
import type { TicketOptions } from '../format.ts';
import { type HtmlPage, htmlPageOf } from '../html/context.ts';
import { finalText, routeOf } from '../html/call.ts';
import { outcomesText, problemCount } from '../problem-count.ts';
import type { Problem } from '../problems.ts';
import { codeAdvice } from '../text/code-advice.ts';
import { windowText } from '../text/incident.ts';
import { elapsedBetween } from '../time.ts';
import { bothTimes, utcTime } from './clock.ts';
import { concernsOthers, isSure, publicField, withoutNames } from './neutral.ts';

/** Calls that are listed, and messages that are shown, of one observation. */
const MAX_CALLS = 50;
const MAX_EVIDENCE = 12;
/** Values of a dimension. */
const MAX_VALUES = 5;
const DEFAULT_LIMIT = 10;

/** Which products were used is nobody else's business. */
const PUBLIC_DIMENSIONS: ReadonlySet<string> = new Set([
  'account',
  'source',
  'destination',
  'prefix',
]);

export interface TicketProblem {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** One entry a call or message, with what belongs to it below. */
  readonly calls: readonly (readonly string[])[];
  readonly moreCalls: string;
  readonly evidence: readonly (readonly string[])[];
}

export interface Ticket {
  readonly title: string;
  readonly times: string;
  readonly problems: readonly TicketProblem[];
  readonly more: string;
  readonly words: TicketWords;
  readonly page: HtmlPage;
}

interface Desk {
  readonly page: HtmlPage;
  readonly words: TicketWords;
  readonly options: TicketOptions;
}

function titleOf({ finding, call }: Problem, { words }: Desk): string {
  if (finding !== undefined && isSure(finding)) return finding.title;
  if (call === undefined) return '';
  return call.final === null ? words.noFinal : finalText(call);
}

function scopeFacts({ scope }: Incident, { page }: Desk): string[] {
  return scope
    .filter(({ only, dimension }) => only && PUBLIC_DIMENSIONS.has(dimension))
    .map(({ dimension, affected }) => {
      const values = affected.slice(0, MAX_VALUES).map(({ value }) => value || page.say.untold);
      const rest = affected.length > values.length ? ' …' : '';
      return `${page.say.dimensions[dimension]}: ${values.join(', ')}${rest}`;
    });
}

function factsOf(problem: Problem, desk: Desk): TicketProblem['facts'] {
  const { page, words, options } = desk;
  const { call, incident, first, last } = problem;
  const outcomes = outcomesText(problem, page);
  const count = problemCount(problem, page);
  const affected = [outcomes === '' ? count : `${count} (${outcomes})`].filter(
    (text) => text !== '',
  );
  if (incident !== undefined && incident.window.attempts > 1) {
    affected.push(windowText(incident, page));
  }
  const reason = call?.final?.reason ?? '';
  return [
    { label: words.affected, value: affected.join(', ') },
    { label: words.first, value: bothTimes(first, options.zone, page) },
    { label: words.last, value: first === last ? '' : bothTimes(last, options.zone, page) },
    {
      label: words.response,
      value: call === undefined ? '' : call.final === null ? words.noFinal : finalText(call),
    },
    { label: 'Reason', value: reason },
    { label: words.path, value: call === undefined ? '' : routeOf(call, page) },
    {
      label: words.scope,
      value: incident === undefined ? '' : scopeFacts(incident, desk).join('; '),
    },
  ].filter(({ value }) => value !== '');
}

function callEntry(call: ReportCall, { page, words, options }: Desk): string[] {
  const when = call.start === null ? [] : [bothTimes(call.start, options.zone, page)];
  const how = call.final === null ? words.noFinal : finalText(call);
  return [
    ...when,
    `${call.from} → ${call.to} · ${how}`,
    ...(call.final?.reason === undefined ? [] : [`Reason: ${call.final.reason}`]),
    ...call.callIds.map((id) => `Call-ID: ${id}`),
  ];
}

function evidenceRow(one: Evidence, { page }: Desk): string[] {
  if (one.kind === 'counter') return [];
  if (one.kind === 'silence') {
    const us = elapsedBetween(one.since, one.until);
    const awaited = page.words.awaited[one.awaited] ?? one.awaited;
    return [page.words.silence(awaited, one.from, us === null ? '' : page.format.duration(us))];
  }
  const copies = one.copies !== undefined && one.copies > 1 ? ` ×${one.copies}` : '';
  const when = one.time === null ? '' : `${utcTime(one.time, page).replace(/ UTC$/, '')}  `;
  const field = publicField(one.kind === 'message' ? one.field : undefined);
  const row = `${when}${one.what}${copies}  ${one.from} → ${one.to}`;
  return field === '' ? [row] : [row, field];
}

function evidenceOf({ finding, call }: Problem, desk: Desk): string[][] {
  const { page, words } = desk;
  const all = finding?.evidence ?? (call === undefined ? [] : codeAdvice(call, page).evidence);
  const rows = all
    .slice(0, MAX_EVIDENCE)
    .map((one) => evidenceRow(one, desk))
    .filter((row) => row.length > 0);
  const hidden = all.length - MAX_EVIDENCE;
  return hidden > 0 ? [...rows, [words.moreEvidence(hidden, page.format.integer(hidden))]] : rows;
}

function problemOf(problem: Problem, desk: Desk): TicketProblem {
  const { page, words } = desk;
  const known = problem.calls.slice(0, MAX_CALLS).flatMap((id) => page.calls.get(id) ?? []);
  const hidden = problem.calls.length - known.length;
  return {
    title: titleOf(problem, desk),
    facts: factsOf(problem, desk),
    calls: known.map((call) => callEntry(call, desk)),
    moreCalls: hidden > 0 ? words.moreCalls(hidden, page.format.integer(hidden)) : '',
    evidence: evidenceOf(problem, desk),
  };
}

/** The problems of a report as others may read them. */
export function ticketOf(report: Report, options: TicketOptions): Ticket {
  const page = htmlPageOf(withoutNames(report));
  const words = FORMAT_WORDS[report.language].ticket;
  const desk: Desk = { page, words, options };
  const all = page.problems.filter(concernsOthers);
  const limit = options.limit ?? DEFAULT_LIMIT;
  const shown = limit === 0 ? all : all.slice(0, limit);
  const affected = new Set(all.flatMap(({ calls }) => calls)).size;
  const hidden = all.length - shown.length;
  return {
    title: all.length === 0 ? words.nothing : words.title(affected, page.format.integer(affected)),
    times: words.times(options.zone.name),
    problems: shown.map((problem) => problemOf(problem, desk)),
    more: hidden > 0 ? words.moreProblems(hidden, page.format.integer(hidden)) : '',
    words,
    page,
  };
}
