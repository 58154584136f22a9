import type { RuleTexts } from '../../rule-text.ts';
import { authRules } from './auth.ts';
import { captureRules } from './capture.ts';
import { connectionRules } from './connections.ts';
import { declineRules } from './declines.ts';
import { dialogIdRules, routeRules } from './dialog.ts';
import { endingRules, sessionRules, transferRules } from './dialog-session.ts';
import { engineRules } from './engine.ts';
import { identityRules } from './identity.ts';
import { calleeRefusals } from './refusals-callee.ts';
import { routingRefusals } from './refusals-routing.ts';
import { sessionRefusals } from './refusals-session.ts';
import { registrationRules } from './registration.ts';
import { ackRules } from './race-ack.ts';
import { byeRules, cancelRules } from './race-hangup.ts';
import { forkRules, reliableRules } from './race-setup.ts';
import { natRules } from './nat.ts';
import { populationRules } from './population.ts';
import { sdpRules } from './sdp.ts';
import { securityRules } from './security.ts';
import { setupRules } from './setup.ts';
import { syntaxRules } from './syntax.ts';
import { transportRules } from './transport.ts';
import { tryingRules } from './trying.ts';

export const VI_RULES: RuleTexts = {
  ...captureRules,
  ...transportRules,
  ...connectionRules,
  ...tryingRules,
  ...setupRules,
  ...declineRules,
  ...syntaxRules,
  ...sdpRules,
  ...authRules,
  ...identityRules,
  ...routingRefusals,
  ...calleeRefusals,
  ...sessionRefusals,
  ...registrationRules,
  ...ackRules,
  ...cancelRules,
  ...byeRules,
  ...reliableRules,
  ...forkRules,
  ...natRules,
  ...routeRules,
  ...dialogIdRules,
  ...sessionRules,
  ...transferRules,
  ...endingRules,
  ...securityRules,
  ...populationRules,
  ...engineRules,
};
