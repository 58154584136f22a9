import { OUTCOME_CLASS } from '../model/outcome-class.ts';
import type { Report, ReportCall } from '../model/report.ts';
import { type Page, pageOf } from './context.ts';
import { type FindingsById, findingsById, primaryOf } from './findings.ts';
import type { RenderOptions } from './format.ts';
import { type Piece, paint, piece } from './line.ts';
import { pathOf } from './named.ts';
import { OUTCOME_STYLE } from './outcome-style.ts';
import { talkTime } from './talk-time.ts';
import { type Column, COLUMN_GAP, columnText, columnWidths } from './columns.ts';
import { delayText } from './delay.ts';

const user = (address: string): string => address.split('@', 1)[0] || address;

function columnsOf({ words, report }: Page): Column[] {
  const { columns } = words;
  return [
    { title: columns.time },
    { title: columns.from, min: 8 },
    { title: columns.to, min: 8 },
    { title: columns.outcome, min: 16 },
    { title: columns.code, align: 'right' },
    { title: columns.pdd, align: 'right' },
    { title: columns.talk, align: 'right' },
    { title: columns.rule, min: 8 },
    ...(report.names === undefined ? [] : [{ title: columns.path, min: 8 }]),
  ];
}

interface RowStyle {
  readonly page: Page;
  readonly byId: FindingsById;
  /** Too little room: addresses lose their host and times their milliseconds. */
  readonly short: boolean;
  /** Several days: the clock alone would mislead. */
  readonly dated: boolean;
}

function timeCell(start: string | null, { page, short, dated }: RowStyle): string {
  if (start === null) return page.format.clock(null);
  const clock = page.format.clock(start).slice(0, short ? 8 : 12);
  return dated ? `${page.format.date(start)} ${clock}` : clock;
}

function row(call: ReportCall, style: RowStyle): Piece[] {
  const { page, byId, short } = style;
  const { format } = page;
  const primary = primaryOf(call, byId);
  return [
    piece(timeCell(call.start, style), 'dim'),
    piece(short ? user(call.from) : call.from),
    piece(short ? user(call.to) : call.to),
    piece(call.outcome, OUTCOME_STYLE[OUTCOME_CLASS[call.outcome]]),
    piece(call.final === null ? '' : String(call.final.code)),
    piece(delayText(call.timing.pddMs, format)),
    piece(talkTime(call.timing.talkMs)),
    primary === undefined ? piece('') : piece(primary.rule, primary.severity),
    ...(page.report.names === undefined ? [] : [piece(pathOf(call, page.report))]),
  ];
}

/** One line per call, in the order of the report. */
export function* renderCalls(report: Report, options: RenderOptions = {}): Iterable<string> {
  const page = pageOf(report, options);
  if (report.calls.length === 0) {
    yield `${paint([piece(page.words.noMatchingCalls)], page.palette)}\n`;
    return;
  }
  const byId = findingsById(report);
  const dated = report.start?.slice(0, 10) !== report.end?.slice(0, 10);
  const columns = columnsOf(page);
  const build = (short: boolean): Piece[][] =>
    report.calls.map((call) => row(call, { page, byId, short, dated }));
  const full = build(false);
  const natural = columnWidths(columns, full, Number.POSITIVE_INFINITY);
  const fits = natural.reduce((sum, one) => sum + one + COLUMN_GAP, -COLUMN_GAP) <= page.width;
  const rows = fits ? full : build(true);
  const widths = columnWidths(columns, rows, page.width);
  yield* columnText(columns, rows, widths, page.palette);
}
