import { WATCH_WORDS } from '../catalog/watch-words.ts';
import type { ReportFinding } from '../model/report.ts';
import type { Told, WatchEvent } from '../model/watch-event.ts';
import { type Page, pageOf } from './context.ts';
import type { RenderOptions } from './format.ts';
import { jsonText } from './json-text.ts';
import { dim, EMPTY, type Line, paint, piece, strong } from './line.ts';
import { callSummary } from './text/call-summary.ts';
import { problemLines } from './text/problem.ts';
import { wrap } from './wrap.ts';

const INDENT = 3;

/** What a watch has to tell, as one line of JSON. */
export function watchJson({ event }: Told): string {
  return `${jsonText(event)}\n`;
}

/** The same for people: a finding in full, an update in a few lines. */
export function watchText({ event, report }: Told, options: RenderOptions = {}): string {
  const page = pageOf(report, options);
  const body = event.event === 'finding' ? findingLines(event, page) : updateLines(event, page);
  const lines = [headOf(event, page), ...body, EMPTY];
  return lines.map((line) => `${paint(line, page.palette)}\n`).join('');
}

function headOf({ event, id, at, pending, call, conversation }: WatchEvent, page: Page): Line {
  const words = WATCH_WORDS[page.report.language];
  const start = (call ?? conversation)?.start ?? null;
  const now = at ?? start;
  const clock =
    now === null ? page.format.clock(null) : `${page.format.date(now)} ${page.format.clock(now)}`;
  const state = event === 'update' ? words.update : pending ? words.pending : words.over;
  return [strong(`── ${id}`), dim(`  ${state(clock)}`)];
}

function findingLines({ id, finding, call, sources }: WatchEvent, page: Page): Line[] {
  if (finding === null) return [];
  const { severity } = finding;
  const first = call?.start ?? null;
  const problem = {
    severity,
    finding,
    ...(call === undefined ? {} : { call }),
    calls: [],
    outcomes: [],
    count: 1,
    first,
    last: first,
  };
  const byId = new Map<string, ReportFinding>([[id, finding]]);
  const lines = [...problemLines(problem, Number(id.slice(1)), page, byId)];
  return [...lines.slice(0, -1), ...sourceLines(sources, page)];
}

function sourceLines(sources: readonly string[], { width }: Page): Line[] {
  return sources.flatMap((path, index) =>
    wrap([dim(sources.length > 1 ? `${index + 1}: ${path}` : path)], {
      width,
      first: [piece(' '.repeat(INDENT))],
      indent: INDENT,
    }),
  );
}

function updateLines({ finding, before, call }: WatchEvent, page: Page): Line[] {
  const { width, report } = page;
  const margin = { width, first: [piece(' '.repeat(INDENT))], indent: INDENT };
  const words = WATCH_WORDS[report.language];
  const title = finding?.title ?? words.withdrawn(before ?? '');
  const summary = call === undefined ? [] : callSummary(call, page, width - INDENT);
  return [
    ...wrap([strong(title), dim(finding === null ? '' : `  ${finding.rule}`)], margin),
    ...summary.map((line) => [piece(' '.repeat(INDENT)), ...line]),
  ];
}
