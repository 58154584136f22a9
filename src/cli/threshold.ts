import { nearest } from '../diagnosis/settings/nearest.ts';
import { DEFAULT_THRESHOLDS } from '../diagnosis/thresholds.ts';
import { UsageError } from './usage-error.ts';

/** `name=value` pairs of `--threshold`; only names that a rule really uses pass. */
export function parseThresholds(pairs: readonly string[]): Record<string, number> {
  const thresholds: Record<string, number> = {};
  for (const pair of pairs) {
    const [name = '', text = ''] = pair.split('=', 2);
    if (!Object.hasOwn(DEFAULT_THRESHOLDS, name)) {
      const known = Object.keys(DEFAULT_THRESHOLDS);
      const meant = nearest(name, known);
      const hint = meant === undefined ? `known: ${known.join(', ')}` : `did you mean ${meant}?`;
      throw new UsageError(`--threshold ${pair}: no such threshold`, hint);
    }
    const value = Number(text);
    if (value < 0) {
      throw new UsageError(`--threshold ${pair}: below 0`, `write ${name}=5, or 0`);
    }
    if (text.trim() === '' || !Number.isFinite(value)) {
      throw new UsageError(`--threshold ${pair}: not a number`, `write ${name}=5`);
    }
    thresholds[name] = value;
  }
  return thresholds;
}

/** For the help: every threshold with its default. */
export function thresholdHelp(): string {
  return Object.entries(DEFAULT_THRESHOLDS)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
