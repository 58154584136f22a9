import type { Histogram } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { micros } from '../time.ts';
import { paddedStart } from '../width.ts';

/** Rows of a histogram in a ticket; neighbours are summed up until they fit. */
const MAX_ROWS = 20;
/** Columns of the longest bar. */
const BAR = 30;

interface Bin {
  readonly second: number;
  readonly affected: number;
  readonly attempts: number;
}

function bins({ start, stepSeconds, affected, attempts }: Histogram): Bin[] {
  const joined = Math.ceil(attempts.length / MAX_ROWS);
  const rows: Bin[] = [];
  for (let at = 0; at < attempts.length; at += joined) {
    const sum = (values: readonly number[]): number =>
      values.slice(at, at + joined).reduce((total, one) => total + one, 0);
    const second = micros(start) / 1e6 + at * stepSeconds;
    rows.push({ second, affected: sum(affected), attempts: sum(attempts) });
  }
  return rows;
}

/** Latest moment of a Date, s since 1970. */
const LAST = 8.64e12;

function isoOf(second: number): string {
  return new Date(Math.min(LAST, second) * 1000).toISOString();
}

/** Calls over time as bars of text: affected ones full, the others light; none for a single bar. */
export function barLines({ histogram }: { histogram: Histogram | null }, page: Page): string[] {
  if (histogram === null || histogram.attempts.length < 2) return [];
  const rows = bins(histogram);
  const most = Math.max(1, ...rows.map(({ attempts }) => attempts));
  const days = new Set(rows.map(({ second }) => isoOf(second).slice(0, 10)));
  const columns = page.format.integer(most).length;
  const figure = (value: number): string => paddedStart(page.format.integer(value), columns);
  return rows.map(({ second, affected, attempts }) => {
    const iso = isoOf(second);
    const day = days.size > 1 ? `${page.format.date(iso)} ` : '';
    const full = affected === 0 ? 0 : Math.max(1, Math.round((affected / most) * BAR));
    const light = Math.max(0, Math.round((attempts / most) * BAR) - full);
    const bar = '█'.repeat(full) + '░'.repeat(light);
    return `${day}${iso.slice(11, 19)}  ${figure(affected)} / ${figure(attempts)}  ${bar}`.trimEnd();
  });
}
