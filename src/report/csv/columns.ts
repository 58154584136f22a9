import type { Labels } from '../../catalog/labels.ts';
import type { ReportCall } from '../../model/report.ts';
import { type FindingsById, findingsOf, primaryOf } from '../findings.ts';
import type { Cell } from './stringify.ts';
import { outcomeText } from '../outcome-text.ts';

/** What the cells of a row are made from. */
export interface RowContext {
  readonly byId: FindingsById;
  readonly labels: Labels;
}

interface CsvColumn {
  readonly name: string;
  cell(call: ReportCall, context: RowContext): Cell;
}

const round = (ms: number | null): number | null =>
  ms === null ? null : Math.round(ms * 1000) / 1000;

/** The columns from left to right. Names are the document's own and the same in every language: programs read them. */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'start', cell: ({ start }) => start },
  { name: 'from', cell: ({ from }) => from },
  { name: 'to', cell: ({ to }) => to },
  { name: 'outcome', cell: ({ outcome }) => outcome },
  { name: 'outcome_text', cell: (call, { labels }) => outcomeText(call, labels) },
  { name: 'stage', cell: ({ stage }) => stage },
  { name: 'release', cell: ({ release }) => release },
  { name: 'confidence', cell: ({ confidence }) => confidence },
  { name: 'code', cell: ({ final }) => final?.code ?? null },
  { name: 'phrase', cell: ({ final }) => final?.phrase ?? null },
  { name: 'reason', cell: ({ final }) => final?.reason ?? null },
  { name: 'pdd_ms', cell: ({ timing }) => round(timing.pddMs) },
  { name: 'ring_ms', cell: ({ timing }) => round(timing.ringMs) },
  { name: 'talk_ms', cell: ({ timing }) => round(timing.talkMs) },
  { name: 'elapsed_ms', cell: ({ timing }) => round(timing.elapsedMs) },
  { name: 'source', cell: ({ legs }) => legs[0]?.source ?? null },
  { name: 'destination', cell: ({ legs }) => legs.at(-1)?.destination ?? null },
  { name: 'hops', cell: ({ legs }) => legs.length },
  { name: 'rule', cell: (call, { byId }) => primaryOf(call, byId)?.rule ?? null },
  { name: 'severity', cell: (call, { byId }) => primaryOf(call, byId)?.severity ?? null },
  { name: 'title', cell: (call, { byId }) => primaryOf(call, byId)?.title ?? null },
  {
    name: 'rules',
    cell: (call, { byId }) =>
      [...new Set(findingsOf(call, byId).map(({ rule }) => rule))].join(' ') || null,
  },
  { name: 'call_ids', cell: ({ callIds }) => callIds.join(' ') },
];
