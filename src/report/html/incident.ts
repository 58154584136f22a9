import type { Incident } from '../../model/report.ts';
import { named } from '../named.ts';
import { twinTitle, windowText } from '../text/incident.ts';
import { micros } from '../time.ts';
import type { HtmlPage } from './context.ts';
import type { ChartView, ScopeView, TwinView } from './page-data.ts';

/** Values of one dimension that the page lists, on either side. */
const MAX_VALUES = 5;

/** What separates the calls of an incident from the others. */
export function scopeViews({ scope }: Incident, page: HtmlPage): ScopeView[] {
  const { say, format, report } = page;
  const told = (value: string): string => (value === '' ? say.untold : named(value, report));
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

export function twinView({ twin }: Incident, page: HtmlPage): TwinView | null {
  if (twin === undefined) return null;
  const { call, differences, moreDifferences } = twin;
  return {
    id: call,
    text: twinTitle(twin, page),
    differences: differences.map(({ name, failed, worked }) => ({ name, failed, worked })),
    more: moreDifferences,
  };
}

/** When, and which share of the calls of that time. */
export function windowFacts(incident: Incident, page: HtmlPage): string[] {
  const { format, say } = page;
  const { affected, attempts } = incident.window;
  const share = format.percent(affected / Math.max(1, attempts));
  if (incident.of !== 'call') {
    return attempts < 2 ? [] : [`${windowText(incident, page)} (${share})`];
  }
  // The whole report is said already.
  if (attempts < 2 || attempts >= page.report.totals.calls) return [];
  return [say.window(format.integer(affected), format.integer(attempts), share)];
}
