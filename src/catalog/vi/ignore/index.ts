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

export const VI_IGNORE: IgnoreTexts = {
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
  'rule-crashed': 'Không bao giờ: có điều gì đó ở cuộc gọi này chưa được xem xét.',
};
