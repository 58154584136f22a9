import type { CallMessage, Report, ReportCall } from '../model/report.ts';
import { type Page, pageOf } from './context.ts';
import { findingsById, primaryOf } from './findings.ts';
import type { RenderOptions } from './format.ts';
import { drawArrow } from './ladder/arrow.ts';
import { drawRow } from './ladder/canvas.ts';
import { type Lanes, layLanes } from './ladder/lanes.ts';
import { type LadderRow, ladderRows } from './ladder/rows.ts';
import { dim, EMPTY, type Line, paint, type Piece, piece, strong } from './line.ts';
import { nameOf } from './named.ts';
import { place } from './place.ts';
import { terminalText } from './terminal-text.ts';
import { callSummary } from './text/call-summary.ts';
import { elapsedBetween } from './time.ts';
import { displayWidth, paddedStart, truncated } from './width.ts';
import { wrap } from './wrap.ts';

const CLOCK_COLUMNS = 12;
const MIN_WIDTH = 60;

interface Gutter {
  readonly page: Page;
  readonly places: number;
  readonly origin: string | null;
}

function gutter(message: CallMessage, { page, places, origin }: Gutter): Line {
  const us = message.time === origin ? null : elapsedBetween(origin, message.time);
  const time = us === null ? page.format.clock(message.time) : `+${page.format.fixed(us / 1e6, 3)}`;
  return [
    dim(paddedStart(place(message.at, page), places)),
    dim(` ${paddedStart(time, CLOCK_COLUMNS)} `),
  ];
}

/** Own names over the addresses of the lanes, where some have one. */
function* laneHeads(lanes: Lanes, { report }: Page): Iterable<Line> {
  const own = lanes.names.map((address) => nameOf(address, report) ?? '');
  if (own.some((name) => name !== '')) yield laneHead(lanes, own);
  yield laneHead(lanes, lanes.names);
}

/** Texts over the lanes, each centred over its line. */
function laneHead(lanes: Lanes, texts: readonly string[]): Line {
  const head: Piece[] = [];
  let used = 0;
  for (const [lane, whole] of texts.entries()) {
    const text = truncated(terminalText(whole), lanes.gap - 1);
    const left = lanes.column(lane) - Math.floor(displayWidth(text) / 2);
    head.push(strong(`${' '.repeat(Math.max(0, left - used))}${text}`));
    used = Math.max(used, left) + displayWidth(text);
  }
  return head;
}

/** A silence, marked on every lane. */
function silence(text: string, lanes: Lanes): Line {
  return drawRow(lanes, [{ column: lanes.column(0) + 2, piece: dim(`${text} `) }], '⋮');
}

type StepRow = Extract<LadderRow, { kind: 'step' }>;

function* stepLines(row: StepRow, lanes: Lanes, side: Gutter, room: number): Iterable<Line> {
  const { step, notes } = row;
  const margin = piece(' '.repeat(side.places + CLOCK_COLUMNS + 2));
  yield [...gutter(step.message, side), ...drawRow(lanes, drawArrow(step, lanes))];
  const from = lanes.laneOf(step.message.from);
  const to = lanes.laneOf(step.message.to);
  const start = lanes.column(Math.max(0, Math.min(from, to))) + 2;
  for (const note of notes) {
    for (const line of wrap([piece(note)], { width: room - start })) {
      const text = line.map((part) => part.text).join('');
      yield [margin, ...drawRow(lanes, [{ column: start, piece: dim(`${text} `) }])];
    }
  }
}

function* ladderLines(
  call: ReportCall,
  messages: readonly CallMessage[],
  page: Page,
): Iterable<Line> {
  const places = Math.max(2, ...messages.map(({ at }) => place(at, page).length));
  const before = places + CLOCK_COLUMNS + 2;
  const room = Math.max(MIN_WIDTH, page.width) - before;
  const lanes = layLanes(messages, room);
  const side: Gutter = {
    page,
    places,
    origin: messages[0]?.time ?? null,
  };
  const margin = piece(' '.repeat(before));
  for (const head of laneHeads(lanes, page)) yield [margin, ...head];
  yield [margin, ...drawRow(lanes, [])];
  for (const row of ladderRows(call, messages, page)) {
    if (row.kind === 'step') yield* stepLines(row, lanes, side, room);
    else yield [margin, ...silence(row.text, lanes)];
  }
  if (lanes.hidden > 0) {
    yield [dim(page.words.notShownLanes(lanes.hidden, page.format.integer(lanes.hidden)))];
  }
}

function* lines(call: ReportCall, page: Page): Iterable<Line> {
  yield* callSummary(call, page, page.width);
  const primary = primaryOf(call, findingsById(page.report));
  if (primary !== undefined) {
    const lead = `${page.labels.severities[primary.severity]}  `;
    yield* wrap([piece(primary.title), dim(`  ${primary.rule}`)], {
      width: page.width,
      first: [piece(lead, primary.severity)],
      indent: displayWidth(lead),
    });
  }
  yield EMPTY;
  if (call.messages === undefined || call.messages.length === 0) {
    yield [piece(page.words.ladderNoMessages)];
    return;
  }
  yield* ladderLines(call, call.messages, page);
}

/** The message flow of one call between its endpoints. */
export function* renderLadder(
  report: Report,
  call: ReportCall,
  options: RenderOptions = {},
): Iterable<string> {
  const page = pageOf(report, options);
  for (const line of lines(call, page)) yield `${paint(line, page.palette)}\n`;
}
