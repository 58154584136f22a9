import { OUTCOME_CLASS } from '../../model/outcome-class.ts';
import type { ReportCall } from '../../model/report.ts';
import { delayText } from '../delay.ts';
import { findingsOf } from '../findings.ts';
import { pathOf } from '../named.ts';
import { outcomeText } from '../outcome-text.ts';
import { talkTime } from '../talk-time.ts';
import { type HtmlPage, moment } from './context.ts';
import { findingView, unexplainedView } from './finding.ts';
import { ladderView } from './ladder.ts';
import type { CallView, FactView } from './page-data.ts';

/** `408 Request Timeout`. */
export function finalText({ final }: ReportCall): string {
  return final === null ? '' : `${final.code} ${final.phrase}`.trim();
}

/** The nodes that the INVITE passed, with their own names where they have some. */
export function routeOf(call: ReportCall, { report }: HtmlPage): string {
  const own = pathOf(call, report);
  if (own !== '') return own;
  const nodes = call.legs.flatMap(({ source, destination }) => [source, destination]);
  return nodes.filter((name, at) => name !== nodes[at - 1]).join(' → ');
}

function factsOf(call: ReportCall, page: HtmlPage): FactView[] {
  const { labels, say, words, format } = page;
  const { timing } = call;
  const { facts } = say;
  const ms = (value: number | null): string => (value === null ? '' : format.durationMs(value));
  return [
    { label: facts.outcome, value: outcomeText(call, labels) },
    { label: facts.final, value: finalText(call) },
    { label: 'Reason', value: call.final?.reason ?? '' },
    { label: facts.stage, value: labels.stages[call.stage] },
    {
      label: facts.release,
      value: call.release === 'unknown' ? '' : labels.releases[call.release],
    },
    { label: facts.start, value: moment(call.start, page) },
    { label: facts.elapsed, value: ms(timing.elapsedMs) },
    { label: words.columns.pdd, value: delayText(timing.pddMs, format) },
    { label: words.columns.talk, value: talkTime(timing.talkMs) },
    { label: facts.path, value: routeOf(call, page) },
  ].filter(({ value }) => value !== '');
}

/** One call with everything that its page shows: only for calls whose messages the report has. */
export function callView(call: ReportCall, page: HtmlPage): CallView {
  const { view, stepAt } = ladderView(call, page);
  const found = findingsOf(call, page.byId);
  const tone = OUTCOME_CLASS[call.outcome];
  // The one that explains the call comes first.
  const ordered = [...found].sort(
    (a, b) => Number(b.id === call.primary) - Number(a.id === call.primary),
  );
  const findings = ordered.map((finding) => findingView(finding, page, stepAt));
  if (findings.length === 0 && tone === 'failure')
    findings.push(unexplainedView(call, page, stepAt));
  return {
    id: call.id,
    from: call.from,
    to: call.to,
    start: call.start,
    tone,
    facts: factsOf(call, page),
    callIds: call.callIds,
    findings,
    ladder: view,
  };
}
