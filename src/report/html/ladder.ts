import type { CallMessage, Locator, ReportCall } from '../../model/report.ts';
import { findingsOf } from '../findings.ts';
import { messageName, messageStyle } from '../ladder/arrow.ts';
import type { Step } from '../ladder/fold.ts';
import { layLanes, type Lanes } from '../ladder/lanes.ts';
import { ladderRows } from '../ladder/rows.ts';
import { nameOf, named } from '../named.ts';
import { place } from '../place.ts';
import { elapsedBetween } from '../time.ts';
import { fullPlace, type HtmlPage } from './context.ts';
import type { StepAt } from './evidence.ts';
import type { LadderView, StepView } from './page-data.ts';

/** As wide as a ladder of twelve lanes: more do not fit on a screen. */
const COLUMNS = 200;
/** Rows of one ladder that the page shows. */
const MAX_ROWS = 400;

const keyOf = ({ source, frame, line, offset }: Locator): string =>
  `${source}:${frame ?? ''}:${line ?? ''}:${offset ?? ''}`;

/** Names of the header fields that evidence quotes, by the message that it lies in. */
function quotedFields(call: ReportCall, page: HtmlPage): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const { evidence } of findingsOf(call, page.byId)) {
    for (const one of evidence) {
      if (one.kind !== 'message' || one.field === undefined) continue;
      const name = one.field.slice(0, one.field.indexOf(':')).toLowerCase();
      const key = keyOf(one.at);
      fields.set(key, [...(fields.get(key) ?? []), name]);
    }
  }
  return fields;
}

interface Drawing {
  readonly page: HtmlPage;
  readonly lanes: Lanes;
  readonly origin: string | null;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Tabs would be spelled out by the gate; in a message they are spaces. */
function linesOf(text: string): string[] {
  return text
    .trimEnd()
    .replaceAll('\t', '    ')
    .split(/\r\n|\n|\r/);
}

function stepView({ message, sent }: Step, notes: readonly string[], drawing: Drawing): StepView {
  const { page, lanes, origin, fields } = drawing;
  const us = message.time === origin ? null : elapsedBetween(origin, message.time);
  const { report, format } = page;
  return {
    place: place(message.at, page),
    source: fullPlace(message.at, page),
    clock: format.clock(message.time),
    since: us === null ? '' : `+${format.fixed(us / 1e6, 3)}`,
    from: lanes.laneOf(message.from),
    to: lanes.laneOf(message.to),
    route: `${named(message.from, report)} → ${named(message.to, report)} · ${message.transport}`,
    name: messageName(message),
    marks: `${message.sdp === true ? ' SDP' : ''}${sent > 1 ? ` ×${sent}` : ''}`,
    tone: messageStyle(message),
    notes,
    ...(message.text === undefined ? {} : { text: linesOf(message.text) }),
    fields: fields.get(keyOf(message.at)) ?? [],
  };
}

/** Copies are folded into the row of what they repeat: evidence that names a copy leads there. */
function copiesOf(messages: readonly CallMessage[], rows: ReadonlyMap<string, number>): StepAt {
  const steps = new Map(rows);
  const latest = new Map<string, number>();
  for (const { at, from, to, cseq, method, code } of messages) {
    const same = [from, to, cseq, method ?? code].join('\n');
    const own = rows.get(keyOf(at));
    if (own === undefined) {
      const first = latest.get(same);
      if (first !== undefined) steps.set(keyOf(at), first);
    } else latest.set(same, own);
  }
  return (at) => steps.get(keyOf(at));
}

/** The message flow of a call, and where in it a place of the sources is shown. */
export function ladderView(call: ReportCall, page: HtmlPage): { view: LadderView; stepAt: StepAt } {
  const messages = call.messages ?? [];
  const lanes = layLanes(messages, COLUMNS);
  const drawing: Drawing = {
    page,
    lanes,
    origin: messages[0]?.time ?? null,
    fields: quotedFields(call, page),
  };
  const rows: (StepView | string)[] = [];
  const at = new Map<string, number>();
  for (const row of ladderRows(call, messages, page)) {
    if (rows.length >= MAX_ROWS) {
      rows.push('…');
      break;
    }
    if (row.kind === 'silence') rows.push(row.text);
    else {
      at.set(keyOf(row.step.message.at), rows.length);
      rows.push(stepView(row.step, row.notes, drawing));
    }
  }
  const hidden =
    lanes.hidden === 0
      ? ''
      : page.words.notShownLanes(lanes.hidden, page.format.integer(lanes.hidden));
  const own = lanes.names.map((name) => ({ name, own: nameOf(name, page.report) ?? '' }));
  return { view: { lanes: own, hidden, rows }, stepAt: copiesOf(messages, at) };
}
