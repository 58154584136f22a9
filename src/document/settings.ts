import type { Policy } from '../diagnosis/settings/policy.ts';
import { DEFAULT_THRESHOLDS, type ThresholdName } from '../diagnosis/thresholds.ts';
import type { Settings } from '../model/report.ts';

/** What was set otherwise than usual; undefined when nothing was. */
export function settingsOf(
  { off, severities }: Policy,
  thresholds: Readonly<Record<string, number>>,
): Settings | undefined {
  const changed = Object.entries(thresholds).filter(
    ([name, value]) => DEFAULT_THRESHOLDS[name as ThresholdName] !== value,
  );
  if (off.length === 0 && severities.size === 0 && changed.length === 0) return undefined;
  return {
    off: [...off].sort(),
    severities: Object.fromEntries(severities),
    thresholds: Object.fromEntries(changed),
  };
}
