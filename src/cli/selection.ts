import { RULE_IDS } from '../catalog/rule-texts.ts';
import { OUTCOMES } from '../model/vocabulary.ts';
import { UsageError } from './usage-error.ts';

/** `--only` takes outcomes and rule ids, several by comma or by repeating the option. */
export function parseOnly(values: readonly string[]): string[] {
  const names = values.flatMap((value) => value.split(',')).map((name) => name.trim());
  const known = new Set<string>([...OUTCOMES, ...RULE_IDS]);
  for (const name of names) {
    if (known.has(name)) continue;
    throw new UsageError(
      `--only ${name}: neither an outcome nor a rule`,
      `"siptriage rules" lists the rules; outcomes: ${OUTCOMES.join(', ')}`,
    );
  }
  return names;
}
