import type { RuleTexts } from '../../rule-text.ts';
import { captureRules } from './capture.ts';
import { connectionRules } from './connections.ts';
import { declineRules } from './declines.ts';
import { engineRules } from './engine.ts';
import { sdpRules } from './sdp.ts';
import { setupRules } from './setup.ts';
import { syntaxRules } from './syntax.ts';
import { transportRules } from './transport.ts';
import { tryingRules } from './trying.ts';

export const EN_RULES: RuleTexts = {
  ...captureRules,
  ...transportRules,
  ...connectionRules,
  ...tryingRules,
  ...setupRules,
  ...declineRules,
  ...syntaxRules,
  ...sdpRules,
  ...engineRules,
};
