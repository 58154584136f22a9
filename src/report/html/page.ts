import { settingNotes } from '../setting-notes.ts';
import { KPI_METRICS } from '../../catalog/report-words.ts';
import type { Report } from '../../model/report.ts';
import { foldOf } from '../fold-of.ts';
import { figuresOf, KPI_NAMES, NO_FIGURE } from '../kpis.ts';
import { callView } from './call.ts';
import { codeViews } from './codes.ts';
import { type HtmlPage, htmlPageOf } from './context.ts';
import { embedded } from './embed.ts';
import type { FactView, PageData } from './page-data.ts';
import { problemView } from './problem.ts';
import { byteLength, detailOrder, leftCount, leftText, originOf, rowsOf } from './rows.ts';
import { sourceViews } from './sources.ts';
import {
  headFacts,
  otherRows,
  otherSummary,
  outcomeViews,
  periodOf,
  verdictOf,
} from './summary.ts';

/** Problems told in full; what is beyond is in the list of calls. */
const MAX_PROBLEMS = 200;
/** Bytes of all data together: with script and style sheet the file stays under 20 MB. */
const MAX_ALL = 19_700_000;
/** Room for calls with their messages, in bytes: what the rest leaves of the whole, within reason. */
const MAX_DETAIL = 8_000_000;

/** Everything else of the page: labels, figures, notes. */
const MAX_SMALL = 200_000;

/** The data blocks of the page, each as JSON. */
export interface PageBlocks {
  readonly title: string;
  readonly page: string;
  readonly rows: readonly string[];
  readonly calls: readonly { readonly id: string; readonly json: string }[];
}

function detailedCalls(
  order: readonly string[],
  page: HtmlPage,
  most: number,
): PageBlocks['calls'] {
  const calls: { id: string; json: string }[] = [];
  let room = most;
  for (const id of order) {
    // One enormous call does not keep the smaller ones behind it out.
    if (room < most / 20) break;
    const call = page.calls.get(id);
    if (call === undefined) continue;
    const json = embedded(callView(call, page));
    const size = byteLength(json);
    if (size > room) continue;
    room -= size;
    calls.push({ id, json });
  }
  return calls;
}

/** Findings that are no problem, one line a rule and what it names. */
function notedFacts({ report, format, problems }: HtmlPage): FactView[] {
  const told = new Set(problems.map(({ finding }) => finding));
  const byFold = new Map<string, { rule: string; title: string; count: number }>();
  for (const finding of report.findings) {
    if (finding.severity !== 'info' || finding.scope === 'capture' || told.has(finding)) continue;
    if (finding.causedBy !== undefined && finding.scope !== 'message') continue;
    const { rule, title } = finding;
    const same = byFold.get(foldOf(finding));
    if (same === undefined) byFold.set(foldOf(finding), { rule, title, count: 1 });
    else same.count += 1;
  }
  return [...byFold.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ rule, title, count }) => ({
      label: `${format.integer(count)} ×`,
      value: `${title} (${rule})`,
    }));
}

function figures(page: HtmlPage): Pick<PageData, 'figures' | 'figureNotes'> {
  const { report, words, format } = page;
  const { kpis } = report;
  const values = figuresOf(kpis, page);
  const shown = KPI_METRICS.filter((metric) => values[metric] !== NO_FIGURE);
  const left = [kpis.excluded, kpis.redirected, kpis.unfinished].map((n) => format.integer(n));
  const [excluded = '', redirected = '', unfinished = ''] = left;
  return {
    figures: shown.map((metric) => ({
      name: KPI_NAMES[metric],
      value: values[metric],
      meaning: words.kpis.metrics[metric],
    })),
    figureNotes:
      shown.length === 0
        ? []
        : [
            words.kpis.counted(format.integer(kpis.attempts), format.integer(kpis.invites)),
            words.kpis.leftOut(excluded, redirected, unfinished),
          ],
  };
}

/** Everything that the page shows, as data. */
export function pageBlocks(report: Report): PageBlocks {
  const page = htmlPageOf(report);
  const { say, words, format, problems } = page;
  const shown = problems.slice(0, MAX_PROBLEMS).map((problem) => problemView(problem, page));
  const hidden = problems.length - shown.length;
  const examples = shown.flatMap(({ example, twin }) => [example ?? [], twin?.id ?? []].flat());
  const rows = rowsOf(page);
  const codes = codeViews(page);
  const others = otherRows(page);
  const { sources, note } = sourceViews(page);
  const rest = byteLength(embedded([shown, codes, others, sources])) + MAX_SMALL;
  const room = Math.min(MAX_DETAIL, MAX_ALL - rows.bytes - rest);
  const calls = detailedCalls(detailOrder(report, page, examples), page, room);
  const present = new Set(calls.map(({ id }) => id));
  const left = leftCount(rows);
  const all = report.totals.calls;
  const outcomes = outcomeViews(page);
  const data: PageData = {
    language: report.language,
    tool: `${report.tool.name} ${report.tool.version}`,
    ...verdictOf(page),
    period: periodOf(page),
    facts: headFacts(page),
    outcomes: outcomes.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
    othersLine: otherSummary(page),
    notes: [
      report.partial === true ? say.partial : '',
      rows.rows.length + left < all
        ? words.selection(format.integer(rows.rows.length + left), format.integer(all))
        : '',
      calls.length < rows.rows.length
        ? say.detailed(format.integer(calls.length), format.integer(all))
        : '',
      left > 0 ? say.unlisted(left, format.integer(left), leftText(rows, page)) : '',
      ...settingNotes(page),
    ].filter((text) => text !== ''),
    problems: shown.map((problem) => ({
      ...problem,
      example: problem.example !== null && present.has(problem.example) ? problem.example : null,
    })),
    moreProblems: hidden > 0 ? say.moreProblems(hidden, format.integer(hidden)) : '',
    noted: notedFacts(page),
    sources,
    sourceNote: note,
    ...figures(page),
    codes,
    others,
    columns: words.columns,
    rules: rows.rules,
    rowOutcomes: outcomes,
    callCount: all,
    origin: originOf(page),
    labels: say.labels,
  };
  return { title: data.verdict, page: embedded(data), rows: rows.rows, calls };
}
