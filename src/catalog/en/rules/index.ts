import type { RuleTexts } from '../../rule-text.ts';
import { declineRules } from './declines.ts';
import { engineRules } from './engine.ts';
import { setupRules } from './setup.ts';
import { syntaxRules } from './syntax.ts';
import { tryingRules } from './trying.ts';

export const EN_RULES: RuleTexts = {
  ...tryingRules,
  ...setupRules,
  ...declineRules,
  ...syntaxRules,
  ...engineRules,
};
