import { OptionsError } from '../../model/options-error.ts';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../thresholds.ts';
import { nearest } from './nearest.ts';

const NAMES = Object.keys(DEFAULT_THRESHOLDS);

/**
 * The thresholds with these set otherwise. `where` stands before the name in an error.
 * @throws OptionsError for a name or value that is none
 */
export function thresholdsWith(
  changes: Readonly<Record<string, number>>,
  where = 'thresholds.',
): Thresholds {
  for (const [name, value] of Object.entries(changes)) {
    if (!NAMES.includes(name)) {
      const meant = nearest(name, NAMES);
      const hint = meant === undefined ? `known: ${NAMES.join(', ')}` : `did you mean ${meant}?`;
      throw new OptionsError(`${where}${name}: no such threshold`, hint);
    }
    if (!Number.isFinite(value) || value < 0) {
      throw new OptionsError(`${where}${name}: not a number of 0 or more`, `write ${name}=5`);
    }
  }
  return { ...DEFAULT_THRESHOLDS, ...changes };
}
