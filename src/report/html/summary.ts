import { OTHER_OUTCOME_CLASS, OUTCOME_CLASS } from '../../model/outcome-class.ts';
import { OTHER_KINDS, OTHER_OUTCOMES, OUTCOMES } from '../../model/vocabulary.ts';
import { elapsedUs } from '../time.ts';
import { type HtmlPage, moment } from './context.ts';
import type { FactView, OutcomeView, PageData } from './page-data.ts';

/** Every outcome in the order of the vocabulary, those that do not occur too: rows name them by number. */
export function outcomeViews({ report, labels, format }: HtmlPage): OutcomeView[] {
  const { outcomes, calls } = report.totals;
  return OUTCOMES.map((id) => {
    const count = outcomes[id] ?? 0;
    const share = format.percent(count / Math.max(1, calls));
    const tone = OUTCOME_CLASS[id];
    return { id, label: labels.outcomes[id], tone, count, countText: format.integer(count), share };
  });
}

export function failedCalls({ report }: HtmlPage): number {
  return OUTCOMES.filter((id) => OUTCOME_CLASS[id] === 'failure').reduce(
    (sum, id) => sum + (report.totals.outcomes[id] ?? 0),
    0,
  );
}

/** Calls that an error spoiled although they count as no failure: given up by their callers, dropped after the answer. */
function spoiledCalls({ problems }: HtmlPage): number {
  const outcomes = problems
    .filter(({ severity }) => severity === 'error')
    .flatMap((problem) => problem.outcomes);
  return outcomes
    .filter(([id]) => OUTCOME_CLASS[id] !== 'failure')
    .reduce((sum, [, count]) => sum + count, 0);
}

export function verdictOf(page: HtmlPage): Pick<PageData, 'verdict' | 'tone'> {
  const { report, say, words, format, problems } = page;
  const all = report.totals.calls;
  if (report.totals.messages === 0) return { verdict: words.noSip, tone: 'warning' };
  const failed = failedCalls(page);
  const wrong = failed + spoiledCalls(page);
  const verdict = say.verdict({
    failed,
    wrong,
    wrongText: format.integer(wrong),
    all,
    allText: format.integer(all),
    share: format.percent(wrong / Math.max(1, all)),
    causes: problems.length,
    causesText: format.integer(problems.length),
  });
  const grave = wrong > 0 || problems.some(({ severity }) => severity === 'error');
  return { verdict, tone: grave ? 'error' : problems.length > 0 ? 'warning' : 'good' };
}

export function periodOf(page: HtmlPage): string {
  const { report, words, format } = page;
  const { start, end } = report;
  if (start === null || end === null) return words.noDate;
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  const until = sameDay ? format.clock(end) : moment(end, page);
  return words.period(moment(start, page), until, format.duration(elapsedUs(start, end)));
}

/** The figures that one wants first. */
export function headFacts(page: HtmlPage): FactView[] {
  const { report, say, format, words } = page;
  const { kpis, totals } = report;
  const percent = (value: number | null): string =>
    value === null || kpis.attempts < 2 ? '' : format.percent(value / 100);
  const { p50 } = kpis.pdd;
  return [
    { label: say.facts.calls, value: format.integer(totals.calls) },
    { label: say.facts.failed, value: format.integer(failedCalls(page)) },
    { label: 'ASR', value: percent(kpis.asr) },
    { label: 'NER', value: percent(kpis.ner) },
    { label: 'SEER', value: percent(kpis.seer) },
    { label: words.columns.pdd, value: p50 === null ? '' : format.durationMs(p50) },
    { label: say.facts.messages, value: format.integer(totals.messages) },
    {
      label: say.facts.sources,
      value: report.sources.length > 1 ? format.integer(report.sources.length) : '',
    },
  ].filter(({ value }) => value !== '');
}

/** What was seen besides calls: a line for each kind, with how its conversations stood in the end. */
export function otherSummary({ report, labels, words, format }: HtmlPage): string[] {
  return OTHER_KINDS.flatMap((kind) => {
    const counts = report.totals.others[kind] ?? {};
    const outcomes = OTHER_OUTCOMES.flatMap((id) => {
      const count = counts[id] ?? 0;
      return count === 0 ? [] : [{ id, count }];
    }).sort((a, b) => b.count - a.count);
    if (outcomes.length === 0) return [];
    const all = outcomes.reduce((sum, { count }) => sum + count, 0);
    const each = outcomes.map(({ id, count }) => `${format.integer(count)} ${labels.others[id]}`);
    return [`${words.countOthers[kind](all, format.integer(all))}: ${each.join(', ')}`];
  });
}

/** Rows of other conversations: those that went wrong first, as many as one reads. */
const MAX_OTHERS = 2000;

export function otherRows(page: HtmlPage): PageData['others'] {
  const { report, labels, words, format, byId } = page;
  const { columns } = words;
  const failed = (outcome: keyof typeof OTHER_OUTCOME_CLASS): boolean =>
    OTHER_OUTCOME_CLASS[outcome] === 'failure';
  const ordered = [...report.conversations].sort(
    (a, b) => Number(failed(b.outcome)) - Number(failed(a.outcome)),
  );
  return {
    columns: [
      columns.time,
      columns.kind,
      columns.from,
      columns.destination,
      columns.tries,
      columns.outcome,
      columns.code,
      columns.rule,
    ],
    rows: ordered
      .slice(0, MAX_OTHERS)
      .map((one) => [
        moment(one.start, page),
        labels.kinds[one.kind],
        one.kind === 'registration' ? one.to : one.from,
        one.destination,
        format.integer(one.tries),
        labels.others[one.outcome],
        one.final === null ? '' : String(one.final.code),
        (one.primary === null ? undefined : byId.get(one.primary)?.rule) ?? '',
      ]),
  };
}
