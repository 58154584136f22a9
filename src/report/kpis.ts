import { KPI_METRICS, type KpiDimension, type KpiMetric } from '../catalog/report-words.ts';
import type { Delays, Kpis, KpiSummary } from '../model/kpis.ts';
import type { Report } from '../model/report.ts';
import { type Column, columnText, columnWidths } from './columns.ts';
import { type Page, pageOf } from './context.ts';
import type { RenderOptions } from './format.ts';
import { dim, type Line, paint, type Piece, piece } from './line.ts';
import { talkTime } from './talk-time.ts';
import { heading } from './text/heading.ts';
import { padded } from './width.ts';
import { wrap } from './wrap.ts';

/** Groups of one kind that are shown; the JSON document has more. */
const MAX_GROUPS = 10;
const MAX_PERIODS = 24;
/** How the figures are written where people talk of them. */
export const KPI_NAMES: Readonly<Record<KpiMetric, string>> = {
  asr: 'ASR',
  ner: 'NER',
  ser: 'SER',
  serStrict: 'SER*',
  seer: 'SEER',
  seerUser: 'SEER*',
  isa: 'ISA',
  scr: 'SCR',
  short: '≤5s',
  acd: 'ACD',
  pdd: 'PDD',
  srdAnswered: 'SRD',
  srdFailed: 'SRD*',
  sdd: 'SDD',
  sdt: 'SDT',
  ira: 'IRA',
  rrd: 'RRD',
};
export const NO_FIGURE = '–';

function percentage(value: number | null, { format }: Page): string {
  return value === null ? NO_FIGURE : `${format.decimal(value, 1)} %`;
}

function duration(ms: number | null, { format }: Page): string {
  return ms === null ? NO_FIGURE : format.durationMs(ms);
}

function delays({ n, p50, p95, p99 }: Delays, page: Page): string {
  const { words, format } = page;
  if (n === 0) return NO_FIGURE;
  if (p50 === null) return words.kpis.tooFew;
  return words.kpis.percentiles(
    format.integer(n),
    duration(p50, page),
    duration(p95, page),
    duration(p99, page),
  );
}

/** Every figure as it is shown. */
export function figuresOf(kpis: Kpis, page: Page): Readonly<Record<KpiMetric, string>> {
  const { registrations } = kpis;
  return {
    asr: percentage(kpis.asr, page),
    ner: percentage(kpis.ner, page),
    ser: percentage(kpis.ser, page),
    serStrict: percentage(kpis.serStrict, page),
    seer: percentage(kpis.seer, page),
    seerUser: percentage(kpis.seerUser, page),
    isa: percentage(kpis.isa, page),
    scr: percentage(kpis.scr, page),
    short: percentage(kpis.short, page),
    acd: duration(kpis.acdMs, page),
    pdd: delays(kpis.pdd, page),
    srdAnswered: delays(kpis.srd.answered, page),
    srdFailed: delays(kpis.srd.failed, page),
    sdd: delays(kpis.sdd, page),
    sdt: delays(kpis.sdt, page),
    ira: percentage(registrations.ira, page),
    rrd: delays(registrations.rrd, page),
  };
}

function* totalLines(page: Page): Iterable<Line> {
  const { report, words, format, width } = page;
  const { kpis } = report;
  const count = words.kpis.counted(format.integer(kpis.attempts), format.integer(kpis.invites));
  yield heading(words.kpis.title, count);
  const left = [kpis.excluded, kpis.redirected, kpis.unfinished].map((n) => format.integer(n));
  const [excluded = '', redirected = '', unfinished = ''] = left;
  yield* wrap([dim(words.kpis.leftOut(excluded, redirected, unfinished))], {
    width,
    first: [piece('  ')],
    indent: 2,
  });
  const shown = figuresOf(kpis, page);
  for (const metric of KPI_METRICS) {
    if (shown[metric] === NO_FIGURE) continue;
    const lead = `  ${padded(KPI_NAMES[metric], 6)}`;
    yield* wrap([piece(shown[metric]), dim(`  ${words.kpis.metrics[metric]}`)], {
      width,
      first: [piece(lead, 'strong')],
      indent: lead.length,
    });
  }
}

function columnsOf(title: string, { words }: Page): Column[] {
  return [
    { title, min: 12 },
    { title: words.kpis.attempts, align: 'right' },
    ...['ASR %', 'NER %', 'SEER %', 'ACD', 'PDD', '95 %'].map((name): Column => ({
      title: name,
      align: 'right',
    })),
  ];
}

function row(name: string, group: KpiSummary, page: Page): Piece[] {
  const { asr, ner, seer, acdMs, pdd } = group;
  const { format } = page;
  return [
    piece(name),
    piece(format.integer(group.attempts)),
    ...[asr, ner, seer].map((ratio) =>
      piece(ratio === null ? NO_FIGURE : format.decimal(ratio, 1)),
    ),
    piece(acdMs === null ? NO_FIGURE : talkTime(acdMs)),
    ...[pdd.p50, pdd.p95].map((ms) => piece(duration(ms, page))),
  ];
}

interface Named {
  readonly name: string;
  readonly summary: KpiSummary;
}

function* table(
  dimension: KpiDimension,
  all: readonly Named[],
  limit: number,
  facts: string,
  page: Page,
): Iterable<string> {
  if (all.length === 0) return;
  const { words, palette, width } = page;
  yield `\n${paint(heading(words.kpis.by[dimension], facts), palette)}\n`;
  const columns = columnsOf('', page);
  const rows = all.slice(0, limit).map(({ name, summary }) => row(name, summary, page));
  yield* columnText(columns, rows, columnWidths(columns, rows, width), palette);
  const hidden = all.slice(limit).reduce((sum, { summary }) => sum + summary.attempts, 0);
  if (hidden > 0) {
    const { integer } = page.format;
    yield `${paint([dim(`${words.kpis.rest}: ${integer(hidden)} ${words.kpis.attempts}`)], palette)}\n`;
  }
}

/** A group that only smaller ones are in is named last. */
function withRest(groups: readonly Named[], rest: KpiSummary | null, { words }: Page): Named[] {
  return rest === null ? [...groups] : [...groups, { name: words.kpis.rest, summary: rest }];
}

function* groupTables(page: Page): Iterable<string> {
  const { words, format, report } = page;
  const { by } = report.kpis;
  if (by === undefined || report.kpis.attempts === 0) return;
  const names: Readonly<Record<string, string>> = {
    agent: words.kpis.noAgent,
    prefix: words.kpis.noNumber,
  };
  for (const dimension of ['peer', 'trunk', 'agent', 'prefix'] as const) {
    const { groups, rest } = by[dimension];
    const named = groups.map(({ key, ...summary }) => ({
      name: key === '' ? (names[dimension] ?? NO_FIGURE) : key,
      summary,
    }));
    yield* table(dimension, withRest(named, rest, page), MAX_GROUPS, '', page);
  }
  const { periods, minutes, rest } = by.time;
  const dated = report.start?.slice(0, 10) !== report.end?.slice(0, 10);
  const named = periods.map(({ start, ...summary }) => {
    const clock = format.clock(start).slice(0, 5);
    return { name: dated && start !== null ? `${format.date(start)} ${clock}` : clock, summary };
  });
  const every = words.kpis.every(format.duration(minutes * 60_000_000));
  yield* table('time', withRest(named, rest, page), MAX_PERIODS, every, page);
}

/** All figures of the capture, and the main ones for groups of calls. */
export function* renderKpis(report: Report, options: RenderOptions = {}): Iterable<string> {
  const page = pageOf(report, options);
  for (const line of totalLines(page)) yield `${paint(line, page.palette)}\n`;
  yield* groupTables(page);
}
