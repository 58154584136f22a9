import { thresholdsWith } from '../diagnosis/settings/limits.ts';
import { policyOf } from '../diagnosis/settings/policy.ts';
import { selected } from '../diagnosis/settings/selection.ts';
import { Estate } from '../document/estate.ts';
import { OptionsError } from '../model/options-error.ts';
import type { ConfigFile } from './config-file.ts';
import { UsageError } from './usage-error.ts';

/** Refuses names that mean nothing before anything is read, and says where they stand. */
export function checkNames(only: readonly string[], file: ConfigFile | null): void {
  selected(only, '--only');
  if (file === null) return;
  const { rules, thresholds = {}, estate } = file.config;
  try {
    policyOf(rules);
    thresholdsWith(thresholds);
    void new Estate(estate);
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    throw new UsageError(`${file.path}: ${error.message}`, error.hint);
  }
}
