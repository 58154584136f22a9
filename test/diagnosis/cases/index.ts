import { authCases } from './auth.ts';
import { authParameterCases } from './auth-parameters.ts';
import { identityCases } from './identity.ts';
import type { RuleCase } from './case.ts';
import { declineCases } from './decline.ts';
import { dialogEndingCases } from './dialog-endings.ts';
import { dialogIdCases } from './dialog-ids.ts';
import { dialogRouteCases } from './dialog-routes.ts';
import { dialogSessionCases } from './dialog-session.ts';
import { holdCases } from './hold.ts';
import { natCases } from './nat.ts';
import { natRewritingCases } from './nat-rewriting.ts';
import { registrationCases } from './registration.ts';
import { refusalCases } from './refusals.ts';
import { sessionRefusalCases } from './refusals-session.ts';
import { ackCases } from './race-ack.ts';
import { hangUpCases } from './race-hangup.ts';
import { raceSetupCases } from './race-setup.ts';
import { ringingCases } from './ringing.ts';
import { sdpCases } from './sdp.ts';
import { sdpCodecCases } from './sdp-codecs.ts';
import { securityCases } from './security.ts';
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
  ...ackCases,
  ...hangUpCases,
  ...raceSetupCases,
  ...refusalCases,
  ...sessionRefusalCases,
  ...dialogRouteCases,
  ...dialogIdCases,
  ...dialogSessionCases,
  ...dialogEndingCases,
  ...natCases,
  ...natRewritingCases,
  ...registrationCases,
  ...authCases,
  ...authParameterCases,
  ...identityCases,
  ...securityCases,
];
