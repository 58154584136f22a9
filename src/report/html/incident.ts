import type { Incident } from '../../model/report.ts';
import { micros } from '../time.ts';
import type { HtmlPage } from './context.ts';
import type { ChartView, ScopeView, TwinView } from './page-data.ts';

/** Values of one dimension that the page lists, on either side. */
const MAX_VALUES = 5;

/** What separates the calls of an incident from the others. */
export function scopeViews({ scope }: Incident, page: HtmlPage): ScopeView[] {
  const { say, format } = page;
  const told = (value: string): string => (value === '' ? say.untold : value);
  const some = <T extends { readonly value: string }>(
    values: readonly T[],
    more: number,
    countOf: (value: T) => string,
  ): { value: string; count: string }[] => {
    const shown = values
      .slice(0, MAX_VALUES)
      .map((one) => ({ value: told(one.value), count: countOf(one) }));
    const rest = values.length - shown.length + more;
    return rest === 0 ? shown : [...shown, { value: '…', count: `+${format.integer(rest)}` }];
  };
  return scope.map(({ dimension, only, affected, unaffected, more }) => ({
    dimension: say.dimensions[dimension],
    only,
    affected: some(
      affected,
      more.affected,
      ({ calls, attempts }) => `${format.integer(calls)} / ${format.integer(attempts)}`,
    ),
    unaffected: some(unaffected, more.unaffected, ({ attempts }) => format.integer(attempts)),
  }));
}

/** Calls over time; nothing for a single bar, which tells no more than the times do. */
export function chartView({ histogram }: Incident): ChartView | null {
  if (histogram === null || histogram.attempts.length < 2) return null;
  const { start, stepSeconds, affected, attempts } = histogram;
  return { start: micros(start) / 1e6, step: stepSeconds, affected, attempts };
}

export function twinView({ twin }: Incident): TwinView | null {
  if (twin === undefined) return null;
  const { call, differences, moreDifferences } = twin;
  return {
    id: call,
    differences: differences.map(({ name, failed, worked }) => ({ name, failed, worked })),
    more: moreDifferences,
  };
}

/** When, and which share of the calls of that time. */
export function windowFacts(incident: Incident, page: HtmlPage): string[] {
  const { format, say } = page;
  const { affected, attempts } = incident.window;
  // The whole report is said already, and the words are about calls.
  if (incident.of !== 'call' || attempts < 2 || attempts >= page.report.totals.calls) return [];
  const share = format.percent(affected / attempts);
  return [say.window(format.integer(affected), format.integer(attempts), share)];
}
