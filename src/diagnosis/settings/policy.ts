import type { RuleId } from '../../model/rule-args.ts';
import { OptionsError } from '../../model/options-error.ts';
import type { RuleSetting, RuleSettings } from '../../model/rule-setting.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { diagnose, engine } from '../engine.ts';
import { nearest } from './nearest.ts';
import { CAPTURE_RULES, RULES } from '../registry.ts';
import type { CaptureRule } from '../overall/capture-rule.ts';
import type { Finding } from '../rule.ts';
import { FAMILY_NAMES, rulesNamed } from './rule-names.ts';
import { RULE_IDS } from '../../catalog/rule-texts.ts';

/** Which rules are asked, and how grave their findings count. */
export interface Policy {
  /** Rules that are switched off: never asked. */
  readonly off: readonly RuleId[];
  readonly severities: ReadonlyMap<RuleId, Severity>;
  readonly diagnose: typeof diagnose;
  readonly captureRules: readonly CaptureRule[];
  /** The findings with the severities that the settings give them. */
  grade<F extends Finding>(findings: readonly F[]): readonly F[];
}

/** @throws OptionsError for a name that means no rule. */
export function policyOf(settings: RuleSettings = {}): Policy {
  const byRule = settingsByRule(settings);
  const isOn = ({ id }: { readonly id: RuleId }): boolean => byRule.get(id) !== 'off';
  const severities = new Map<RuleId, Severity>();
  for (const [id, setting] of byRule) if (setting !== 'off') severities.set(id, setting);
  const off = [...byRule].flatMap(([id, setting]) => (setting === 'off' ? [id] : []));
  return {
    off,
    severities,
    diagnose: off.length === 0 ? diagnose : engine(RULES.filter(isOn)),
    captureRules: CAPTURE_RULES.filter(isOn),
    grade(findings) {
      if (severities.size === 0) return findings;
      return findings.map((finding) => {
        const severity = severities.get(finding.rule) ?? finding.severity;
        return severity === finding.severity ? finding : { ...finding, severity };
      });
    },
  };
}

function settingsByRule(settings: RuleSettings): Map<RuleId, RuleSetting> {
  const byRule = new Map<RuleId, RuleSetting>();
  const exact = new Map<RuleId, RuleSetting>();
  for (const [name, setting] of Object.entries(settings)) {
    const rules = rulesNamed(name);
    if (rules.length === 0) throw unknownRule(`rules.${name}`, name);
    for (const id of rules) (id === name ? exact : byRule).set(id, setting);
  }
  for (const [id, setting] of exact) byRule.set(id, setting);
  return byRule;
}

/** `where` is the option or the place in the file. */
export function unknownRule(where: string, name: string): OptionsError {
  const meant = nearest(name, [...RULE_IDS, ...FAMILY_NAMES]);
  const hint =
    meant === undefined
      ? `write a rule of "siptriage rules", a pattern such as trying-*, or a family: ${FAMILY_NAMES.join(', ')}`
      : `did you mean ${meant}?`;
  return new OptionsError(`${where}: no such rule`, hint);
}
