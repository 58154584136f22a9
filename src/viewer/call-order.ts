/** Which rows of the call list are shown, and in which order. */
import type { CallRow, PageData } from '../report/html/page-data.ts';

export const COLUMNS = ['time', 'from', 'to', 'outcome', 'code', 'pdd', 'talk', 'rule'] as const;
export type ColumnId = (typeof COLUMNS)[number];
export type Tone = PageData['outcomes'][number]['tone'];

export interface Selection {
  readonly text: string;
  readonly tone: Tone | null;
  /** Number of a problem, as rows name it. */
  readonly problem: number | null;
}

export interface Sorting {
  readonly column: ColumnId;
  readonly down: boolean;
}

/** What the text filter looks into, in lower case, made once for each row. */
const texts = new WeakMap<CallRow, string>();

function textOf(row: CallRow, { rowOutcomes, rules, problems }: PageData): string {
  let text = texts.get(row);
  if (text === undefined) {
    const [id, from, to, , outcome, code, , , rule, problem, callId] = row;
    const shown = rowOutcomes[outcome];
    text = [
      `${id} `,
      from,
      to,
      shown?.id,
      shown?.label,
      code === 0 ? '' : code,
      rules[rule]?.id,
      problems[problem]?.id,
      callId,
    ]
      .join('\n')
      .toLowerCase();
    texts.set(row, text);
  }
  return text;
}

/** Numbers of the rows that match: every word of the text, the tone and the problem. */
export function select(rows: readonly CallRow[], wanted: Selection, page: PageData): number[] {
  const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (wanted.tone !== null && page.rowOutcomes[row[4]]?.tone !== wanted.tone) continue;
    if (wanted.problem !== null && row[9] !== wanted.problem) continue;
    if (words.length > 0) {
      const text = textOf(row, page);
      if (!words.every((word) => text.includes(word))) continue;
    }
    found.push(index);
  }
  return found;
}

const FIELD: Readonly<Record<ColumnId, number>> = {
  time: 3,
  from: 1,
  to: 2,
  outcome: 4,
  code: 5,
  pdd: 6,
  talk: 7,
  rule: 8,
};

/** Sorts the numbers of rows; rows without a value come last, equal ones keep the order of the report. */
export function sort(
  found: readonly number[],
  rows: readonly CallRow[],
  { column, down }: Sorting,
  page: PageData,
): number[] {
  const field = FIELD[column];
  const valueOf = (index: number): string | number | null => {
    const value = rows[index]?.[field] ?? null;
    if (column === 'outcome') return page.rowOutcomes[value as number]?.label ?? null;
    if (column === 'rule') return page.rules[value as number]?.id ?? null;
    return column === 'code' && value === 0 ? null : value;
  };
  const keys = new Map(found.map((index) => [index, valueOf(index)]));
  const sign = down ? -1 : 1;
  return [...found].sort((a, b) => {
    const [x, y] = [keys.get(a) ?? null, keys.get(b) ?? null];
    if (x === y) return a - b;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y ? -sign : sign;
  });
}
