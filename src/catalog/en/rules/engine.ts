import type { EngineTexts } from '../../rule-families.ts';

export const engineRules: EngineTexts = {
  'rule-crashed': {
    summary: 'A rule of siptriage failed on a call; the other rules ran.',
    title: (a) => `The rule ${a.crashedRule} failed on this call.`,
    explanation: (a) =>
      `This is a defect of siptriage, not of the call: ${a.message}. Everything else in the report stands.`,
    fix: () => ['Report it with the capture, or with this call alone if the capture is private.'],
  },
};
