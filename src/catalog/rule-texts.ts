import type { Language } from '../model/language.ts';
import type { RuleId } from '../model/rule-args.ts';
import { EN_RULES } from './en/rules/index.ts';
import type { RuleTexts } from './rule-text.ts';
import { VI_RULES } from './vi/rules/index.ts';

export const RULE_TEXTS: Readonly<Record<Language, RuleTexts>> = { en: EN_RULES, vi: VI_RULES };

/** Every rule that exists, in the order of the families. */
export const RULE_IDS = Object.keys(EN_RULES) as RuleId[];
