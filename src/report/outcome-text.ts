import type { Labels } from '../catalog/labels.ts';
import type { ReportCall } from '../model/report.ts';

/** How a call ended. */
export function outcomeText(
  { outcome, release }: Pick<ReportCall, 'outcome' | 'release'>,
  labels: Labels,
): string {
  const isUnattributed = outcome === 'declined-user' && release === 'unknown';
  return isUnattributed ? labels.declinedByWhom : labels.outcomes[outcome];
}
