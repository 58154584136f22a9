import { SEVERITIES } from './vocabulary.ts';

/** `off`, or the severity that every finding of the rule shall have. */
export const RULE_SETTINGS = ['off', ...SEVERITIES] as const;
export type RuleSetting = (typeof RULE_SETTINGS)[number];

/** By rule id, family or pattern (`trying-*`): an id counts before a pattern, and of several patterns the last one. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;
