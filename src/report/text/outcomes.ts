import { OUTCOME_CLASS } from '../../model/outcome-class.ts';
import type { Report } from '../../model/report.ts';
import { OUTCOMES } from '../../model/vocabulary.ts';
import type { Page } from '../context.ts';
import { dim, type Line, piece } from '../line.ts';
import { OUTCOME_STYLE } from '../outcome-style.ts';
import { paddedStart } from '../width.ts';
import { wrap } from '../wrap.ts';
import { heading } from './heading.ts';
import { otherLines } from './others.ts';

const INDENT = 2;
/** Fewer calls make no ratio, and fewer still no percentile. */
const MIN_RATIO = 2;
const MIN_PERCENTILE = 5;
const OUTSIDE_TIME = 'outside-time-range';

function outcomeRows(report: Report): { outcome: (typeof OUTCOMES)[number]; count: number }[] {
  return OUTCOMES.map((outcome) => ({ outcome, count: report.totals.outcomes[outcome] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function* kpiLines({ report, words, format, width }: Page): Iterable<Line> {
  const { kpis } = report;
  const ratios = Object.entries({ ASR: kpis.asr, NER: kpis.ner, SER: kpis.ser, SEER: kpis.seer });
  const facts = ratios.flatMap(([name, value]) =>
    value === null || kpis.attempts < MIN_RATIO ? [] : [`${name} ${format.percent(value / 100)}`],
  );
  const { p50, p95 } = kpis.pdd;
  if (p50 !== null && p95 !== null && kpis.attempts >= MIN_PERCENTILE) {
    facts.push(words.pddLine(format.durationMs(p50), format.durationMs(p95)));
  }
  if (facts.length > 0 && kpis.excluded > 0) {
    facts.push(words.excluded(kpis.excluded, format.integer(kpis.excluded)));
  }
  if (facts.length === 0) return;
  yield* wrap([dim(facts.join(' · '))], {
    width,
    first: [piece(' '.repeat(INDENT))],
    indent: INDENT,
  });
}

/** `--only` shows some of the calls; the figures above are of all. */
function* selectionLine({ report, words, format }: Page): Iterable<Line> {
  const unlisted = Object.values(report.unlisted ?? {}).reduce((sum, count) => sum + count, 0);
  const [shown, all] = [report.calls.length + unlisted, report.totals.calls];
  if (shown < all) yield [dim(`  ${words.selection(format.integer(shown), format.integer(all))}`)];
}

/** How many calls there were and how they ended. */
export function* outcomesSection(page: Page): Iterable<Line> {
  const { report, labels, words, format } = page;
  const { calls, messages, requests } = report.totals;
  if (messages === 0) {
    const unread = report.sources.flatMap((source) => source.unread);
    const outside = unread.some(({ reason }) => reason === OUTSIDE_TIME);
    yield heading(outside ? words.noSipInTime : words.noSip);
    if (unread.length > 0) yield [dim(`  ${words.noSipHint}`)];
    return;
  }
  const none = 'INVITE' in requests ? words.noWholeCalls : words.noCalls;
  yield calls === 0 ? heading(none) : heading(words.calls, format.integer(calls));
  const rows = outcomeRows(report);
  const column = Math.max(3, ...rows.map(({ count }) => format.integer(count).length));
  for (const { outcome, count } of rows) {
    const share = paddedStart(format.percent(count / Math.max(1, calls)), 5);
    yield [
      piece(`  ${paddedStart(format.integer(count), column)}`, 'strong'),
      dim(`  ${share}  `),
      piece(labels.outcomes[outcome], OUTCOME_STYLE[OUTCOME_CLASS[outcome]]),
    ];
  }
  yield* kpiLines(page);
  yield* selectionLine(page);
  yield* otherLines(page);
}
