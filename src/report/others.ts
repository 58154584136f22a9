import { OTHER_OUTCOME_CLASS } from '../model/outcome-class.ts';
import type { Report, ReportConversation } from '../model/report.ts';
import { type Column, columnText, columnWidths } from './columns.ts';
import { type Page, pageOf } from './context.ts';
import { type FindingsById, findingsById } from './findings.ts';
import type { RenderOptions } from './format.ts';
import { type Piece, paint, piece } from './line.ts';
import { named } from './named.ts';
import { OUTCOME_STYLE } from './outcome-style.ts';

function columnsOf({ words: { columns } }: Page): Column[] {
  return [
    { title: columns.time },
    { title: columns.kind },
    { title: columns.from, min: 8 },
    { title: columns.destination, min: 8 },
    { title: columns.tries, align: 'right' },
    { title: columns.outcome, min: 10 },
    { title: columns.code, align: 'right' },
    { title: columns.rule, min: 8 },
  ];
}

function row(one: ReportConversation, page: Page, byId: FindingsById): Piece[] {
  const { labels, format } = page;
  const primary = one.primary === null ? undefined : byId.get(one.primary);
  return [
    piece(format.clock(one.start).slice(0, 8), 'dim'),
    piece(labels.kinds[one.kind]),
    piece(one.kind === 'registration' ? one.to : one.from),
    piece(named(one.destination, page.report)),
    piece(format.integer(one.tries)),
    piece(one.outcome, OUTCOME_STYLE[OTHER_OUTCOME_CLASS[one.outcome]]),
    piece(one.final === null ? '' : String(one.final.code)),
    primary === undefined ? piece('') : piece(primary.rule, primary.severity),
  ];
}

/** One line per registration, subscription, probe …, in the order of the report. */
export function* renderOthers(report: Report, options: RenderOptions = {}): Iterable<string> {
  const page = pageOf(report, options);
  if (report.conversations.length === 0) {
    yield `${paint([piece(page.words.noOthers)], page.palette)}\n`;
    return;
  }
  const byId = findingsById(report);
  const columns = columnsOf(page);
  const rows = report.conversations.map((one) => row(one, page, byId));
  yield* columnText(columns, rows, columnWidths(columns, rows, page.width), page.palette);
}
