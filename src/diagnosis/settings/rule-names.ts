import { RULE_IDS } from '../../catalog/rule-texts.ts';
import type { RuleId } from '../../model/rule-args.ts';
import { CAPTURE_FAMILIES, FAMILIES } from '../registry.ts';

const BY_FAMILY = new Map<string, RuleId[]>();
for (const [family, rules] of [...Object.entries(FAMILIES), ...Object.entries(CAPTURE_FAMILIES)]) {
  BY_FAMILY.set(family, [...(BY_FAMILY.get(family) ?? []), ...rules.map(({ id }) => id)]);
}

export const FAMILY_NAMES: readonly string[] = [...BY_FAMILY.keys()];

/** The family that a rule is filed by; '' for the engine's own. */
export function familyOf(rule: RuleId): string {
  for (const [family, rules] of BY_FAMILY) if (rules.includes(rule)) return family;
  return '';
}

/** The rules that a name means: a rule id, a family, or a pattern in which `*` stands for anything; empty when none. */
export function rulesNamed(name: string): readonly RuleId[] {
  const exact = RULE_IDS.find((id) => id === name);
  if (exact !== undefined) return [exact];
  return BY_FAMILY.get(name) ?? matching(name, RULE_IDS);
}

/** The names that a pattern with `*` stands for; none for a text without one. */
export function matching<N extends string>(pattern: string, names: readonly N[]): N[] {
  if (!pattern.includes('*')) return [];
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop() ?? '';
  return names.filter((name) => {
    if (!name.startsWith(head) || !name.endsWith(tail)) return false;
    let from = head.length;
    for (const part of rest) {
      const found = name.indexOf(part, from);
      if (found < 0) return false;
      from = found + part.length;
    }
    return from + tail.length <= name.length;
  });
}
