import type { Report, ReportCall } from '../../model/report.ts';
import { OUTCOMES } from '../../model/vocabulary.ts';
import { primaryOf } from '../findings.ts';
import type { HtmlPage } from './context.ts';
import { embedded } from './embed.ts';
import type { CallRow, PageData } from './page-data.ts';

/** Room for the rows of the call list, in bytes: 100,000 ordinary calls take 15 MB. */
const MAX_BYTES = 16_800_000;
/** A phone list shows so much of a caller and a Call-ID; longer ones are cut, in characters. */
const MAX_PARTY = 96;
const MAX_CALL_ID = 128;

export interface Rows {
  /** Each row as JSON. */
  readonly rows: readonly string[];
  readonly rules: PageData['rules'];
  /** Calls without a row, by outcome. */
  readonly left: ReadonlyMap<string, number>;
  readonly bytes: number;
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** Numbers the rules that rows name. */
class Rules {
  readonly list: { id: string; tone: PageData['rules'][number]['tone'] }[] = [];
  readonly #known = new Map<string, number>();

  numberOf(call: ReportCall, { byId }: HtmlPage): number {
    const primary = primaryOf(call, byId);
    if (primary === undefined) return -1;
    let number = this.#known.get(primary.rule);
    if (number === undefined) {
      number = this.list.length;
      this.#known.set(primary.rule, number);
      this.list.push({ id: primary.rule, tone: primary.severity });
    }
    return number;
  }
}

/** The problem that a call belongs to, by its number. */
function problemNumbers({ problems }: HtmlPage): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [index, { calls }] of problems.entries()) {
    for (const id of calls) if (!numbers.has(id)) numbers.set(id, index);
  }
  return numbers;
}

/** Times of rows count from here, ms since 1970: that keeps them short. */
export function originOf({ report }: HtmlPage): number {
  return report.start === null ? 0 : Date.parse(report.start);
}

/** The call list: every call while there is room, those with a problem first. */
export function rowsOf(page: HtmlPage): Rows {
  const problems = problemNumbers(page);
  const rules = new Rules();
  const origin = originOf(page);
  const row = (call: ReportCall): CallRow => [
    call.id,
    cut(call.from, MAX_PARTY),
    cut(call.to, MAX_PARTY),
    call.start === null ? null : Date.parse(call.start) - origin,
    OUTCOMES.indexOf(call.outcome),
    call.final?.code ?? 0,
    call.timing.pddMs,
    call.timing.talkMs,
    rules.numberOf(call, page),
    problems.get(call.id) ?? -1,
    cut(call.callIds[0] ?? '', MAX_CALL_ID),
  ];
  const { calls } = page.report;
  const texts = new Array<string | undefined>(calls.length);
  const left = new Map<string, number>(Object.entries(page.report.unlisted ?? {}));
  let bytes = 0;
  const add = (troubled: boolean): void => {
    for (const [index, call] of calls.entries()) {
      if (problems.has(call.id) !== troubled) continue;
      const text = bytes < MAX_BYTES ? embedded(row(call)) : undefined;
      if (text === undefined) left.set(call.outcome, (left.get(call.outcome) ?? 0) + 1);
      else bytes += byteLength(text) + 2;
      texts[index] = text;
    }
  };
  add(true);
  add(false);
  return { rows: texts.filter((text) => text !== undefined), rules: rules.list, left, bytes };
}

/** UTF-8 bytes; most text is ASCII. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
  }
  return bytes;
}

/** How the calls ended that have no row, most first. */
export function leftText({ left }: Rows, { labels, format }: HtmlPage): string {
  const outcomes: Readonly<Record<string, string>> = labels.outcomes;
  return [...left]
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, count]) => `${format.integer(count)} ${outcomes[outcome] ?? outcome}`)
    .join(', ');
}

export function leftCount({ left }: Rows): number {
  return [...left.values()].reduce((sum, count) => sum + count, 0);
}

/** Calls that come with their messages: the examples of every problem, then one of each problem in turn, then the rest. */
export function detailOrder(report: Report, page: HtmlPage, examples: readonly string[]): string[] {
  const order = new Set<string>(examples);
  const lists = page.problems.map(({ calls }) => calls);
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let round = 0; round < Math.min(longest, 100); round += 1) {
    for (const list of lists) {
      const id = list[round];
      if (id !== undefined) order.add(id);
    }
  }
  for (const { id, messages } of report.calls) if (messages !== undefined) order.add(id);
  return [...order].filter((id) => page.calls.get(id)?.messages !== undefined);
}
