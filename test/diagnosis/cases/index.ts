import type { RuleCase } from './case.ts';
import { declineCases } from './decline.ts';
import { ringingCases } from './ringing.ts';
import { setupCases } from './setup.ts';
import { stuckCases } from './stuck.ts';
import { syntaxCases } from './syntax.ts';

export const CASES: readonly RuleCase[] = [
  ...stuckCases,
  ...setupCases,
  ...ringingCases,
  ...declineCases,
  ...syntaxCases,
];
