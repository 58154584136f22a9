import type { Report, ReportCall } from '../model/report.ts';
import { problemsOf } from './problems.ts';

/** Calls whose id or Call-ID is `wanted`; failing that, those with a Call-ID that begins with it. */
export function findCalls(report: Report, wanted: string): ReportCall[] {
  const names = ({ id, callIds }: ReportCall): string[] => [id, ...callIds];
  const exact = report.calls.filter((call) => names(call).includes(wanted));
  if (exact.length > 0) return exact;
  return report.calls.filter(({ callIds }) => callIds.some((name) => name.startsWith(wanted)));
}

/** The call of the worst problem; in a healthy capture, the first one. */
export function worstCall(report: Report): ReportCall | undefined {
  return problemsOf(report).find(({ call }) => call !== undefined)?.call ?? report.calls[0];
}
