import { OptionsError } from '../../model/options-error.ts';
import { OTHER_OUTCOMES, OUTCOMES } from '../../model/vocabulary.ts';
import { nearest } from './nearest.ts';
import { FAMILY_NAMES, matching, rulesNamed } from './rule-names.ts';
import { RULE_IDS } from '../../catalog/rule-texts.ts';

const ALL_OUTCOMES: readonly string[] = [...new Set([...OUTCOMES, ...OTHER_OUTCOMES])];

/**
 * The outcomes and rules that `only` names: each an outcome, a rule, a family of rules, or a pattern over outcomes and
 * rules. `where` is the option, for the error.
 * @throws OptionsError
 */
export function selected(names: readonly string[], where: string): string[] {
  return [...new Set(names.flatMap((name) => named(name, where)))];
}

function named(name: string, where: string): readonly string[] {
  if (ALL_OUTCOMES.includes(name)) return [name];
  const found = [...rulesNamed(name), ...matching(name, ALL_OUTCOMES)];
  if (found.length > 0) return found;
  const meant = nearest(name, [...RULE_IDS, ...FAMILY_NAMES, ...ALL_OUTCOMES]);
  const hint = `"siptriage rules" lists the rules; families: ${FAMILY_NAMES.join(', ')}; outcomes: ${ALL_OUTCOMES.join(', ')}`;
  throw new OptionsError(
    `${where} ${name}: neither an outcome nor a rule, a family or a pattern of them`,
    meant === undefined ? hint : `did you mean ${meant}?`,
  );
}
