import type { ReportCall } from '../../model/report.ts';
import type { Outcome } from '../../model/vocabulary.ts';
import type { Page } from '../context.ts';
import { pathOf } from '../named.ts';
import { outcomeText } from '../outcome-text.ts';
import { dim, type Line, piece, strong } from '../line.ts';
import { truncated } from '../width.ts';
import { wrap } from '../wrap.ts';

/** Outcomes that say themselves how the call ended. */
const ENDED_OTHERWISE: ReadonlySet<Outcome> = new Set(['answered-elsewhere']);

/** How the call ended, as in `nobody responded in time · 408 Request Timeout · at 100 Trying · after 32 s`. */
function ending(call: ReportCall, { labels, words, format }: Page): string {
  const parts: string[] = [outcomeText(call, labels)];
  if (call.final !== null) parts.push(`${call.final.code} ${call.final.phrase}`);
  parts.push(labels.stages[call.stage]);
  if (call.release !== 'unknown' && !ENDED_OTHERWISE.has(call.outcome))
    parts.push(labels.releases[call.release]);
  // Of a call with one message, or without a clock, there is nothing to measure.
  const { elapsedMs } = call.timing;
  if (elapsedMs !== null && elapsedMs > 0) parts.push(words.after(format.durationMs(elapsedMs)));
  return parts.join(' · ');
}

/** Columns that a caller or callee may take. */
const MAX_PARTY = 64;

/** The address for people: bytes that are no text say no more when there are many of them. */
function party(address: string): string {
  return truncated(address.replaceAll(/\uFFFD{2,}/g, '\uFFFD'), MAX_PARTY);
}

/** Who called whom and when, how it ended, and how to find it again. */
export function callSummary(call: ReportCall, page: Page, width: number): Line[] {
  const who: Line = [
    strong(`${party(call.from)} → ${party(call.to)}`),
    dim(`  ${page.format.clock(call.start)}`),
  ];
  const path = pathOf(call, page.report);
  const ids = `${call.id} · Call-ID ${call.callIds.join(', ')}`;
  return [
    ...wrap(who, { width }),
    ...wrap([piece(ending(call, page))], { width }),
    ...(path === '' ? [] : wrap([piece(path)], { width })),
    ...wrap([dim(ids)], { width }),
  ];
}
