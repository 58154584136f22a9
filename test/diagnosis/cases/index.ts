import type { RuleCase } from './case.ts';
import { declineCases } from './decline.ts';
import { holdCases } from './hold.ts';
import { ringingCases } from './ringing.ts';
import { sdpCases } from './sdp.ts';
import { sdpCodecCases } from './sdp-codecs.ts';
import { setupCases } from './setup.ts';
import { stuckCases } from './stuck.ts';
import { syntaxCases } from './syntax.ts';
import { transportCases } from './transport.ts';

export const CASES: readonly RuleCase[] = [
  ...stuckCases,
  ...setupCases,
  ...ringingCases,
  ...declineCases,
  ...syntaxCases,
  ...transportCases,
  ...sdpCases,
  ...sdpCodecCases,
  ...holdCases,
];
