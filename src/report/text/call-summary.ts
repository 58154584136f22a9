import type { ReportCall } from '../../model/report.ts';
import type { Outcome } from '../../model/vocabulary.ts';
import type { Page } from '../context.ts';
import { dim, type Line, piece, strong } from '../line.ts';
import { wrap } from '../wrap.ts';

/** Outcomes that say themselves how the call ended. */
const ENDED_OTHERWISE: ReadonlySet<Outcome> = new Set(['answered-elsewhere']);

/** How the call ended, as in `nobody responded in time · 408 Request Timeout · at 100 Trying · after 32 s`. */
function ending(call: ReportCall, { labels, words, format }: Page): string {
  const parts: string[] = [labels.outcomes[call.outcome]];
  if (call.final !== null) parts.push(`${call.final.code} ${call.final.phrase}`);
  parts.push(labels.stages[call.stage]);
  if (call.release !== 'unknown' && !ENDED_OTHERWISE.has(call.outcome))
    parts.push(labels.releases[call.release]);
  parts.push(words.after(format.durationMs(call.timing.elapsedMs)));
  return parts.join(' · ');
}

/** Who called whom and when, how it ended, and how to find it again. */
export function callSummary(call: ReportCall, page: Page, width: number): Line[] {
  const who: Line = [
    strong(`${call.from} → ${call.to}`),
    dim(`  ${page.format.clock(call.start)}`),
  ];
  const ids = `${call.id} · Call-ID ${call.callIds.join(', ')}`;
  return [
    ...wrap(who, { width }),
    ...wrap([piece(ending(call, page))], { width }),
    ...wrap([dim(ids)], { width }),
  ];
}
