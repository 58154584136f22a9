import type { CallMessage, ReportCall } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { elapsedBetween } from '../time.ts';
import { fold, type Step } from './fold.ts';
import { factsOf, notesOf } from './notes.ts';

/** Silences from here on get a row of their own: they are what one looks for. */
const GAP_US = 2_000_000;

/** What a ladder shows from top to bottom, on paper of any kind: a message with its notes, or a silence. */
export type LadderRow =
  | { readonly kind: 'step'; readonly step: Step; readonly notes: readonly string[] }
  | { readonly kind: 'silence'; readonly text: string };

export function* ladderRows(
  call: ReportCall,
  messages: readonly CallMessage[],
  page: Page,
): Iterable<LadderRow> {
  const facts = factsOf(call, page);
  let last: string | null = null;
  for (const step of fold(messages)) {
    const gap = elapsedBetween(last, step.message.time) ?? 0;
    if (gap >= GAP_US) yield { kind: 'silence', text: page.format.duration(gap) };
    yield { kind: 'step', step, notes: notesOf(step, facts, page) };
    last = step.message.time;
  }
  const pending = call.outcome === 'incomplete-pending';
  const rest = pending ? (elapsedBetween(last, page.report.end) ?? 0) : 0;
  if (rest >= GAP_US) {
    yield { kind: 'silence', text: page.words.untilEnd(page.format.duration(rest)) };
  }
}
