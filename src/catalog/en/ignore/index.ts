import type { IgnoreTexts } from '../../rule-text.ts';
import { authIgnore } from './auth.ts';
import { captureIgnore } from './capture.ts';
import { declineIgnore } from './decline.ts';
import { dialogIgnore } from './dialog.ts';
import { natIgnore } from './nat.ts';
import { populationIgnore } from './population.ts';
import { raceIgnore } from './race.ts';
import { registrationIgnore } from './registration.ts';
import { responseIgnore } from './response.ts';
import { sdpIgnore } from './sdp.ts';
import { securityIgnore } from './security.ts';
import { setupIgnore } from './setup.ts';
import { syntaxIgnore } from './syntax.ts';
import { transportIgnore } from './transport.ts';

export const EN_IGNORE: IgnoreTexts = {
  ...captureIgnore,
  ...transportIgnore,
  ...setupIgnore,
  ...declineIgnore,
  ...syntaxIgnore,
  ...sdpIgnore,
  ...authIgnore,
  ...responseIgnore,
  ...registrationIgnore,
  ...raceIgnore,
  ...natIgnore,
  ...dialogIgnore,
  ...securityIgnore,
  ...populationIgnore,
  'rule-crashed': 'Never: something about this call was not looked at.',
};
