import type { Rule } from '../rule.ts';
import { inviteNoResponse } from './setup/invite-no-response.ts';
import { lateTrying } from './setup/late-trying.ts';
import { noFinalResponse } from './setup/no-final-response.ts';
import { pddSlow } from './setup/pdd-slow.ts';
import { ringingForever } from './setup/ringing-forever.ts';
import { ringingNoAnswer } from './setup/ringing-no-answer.ts';
import { tryingCaptureEnded } from './setup/trying-capture-ended.ts';
import { tryingDownstreamAnsweredNotRelayed } from './setup/trying-downstream-answered-not-relayed.ts';
import { tryingDownstreamSilent } from './setup/trying-downstream-silent.ts';
import { tryingNotForwarded } from './setup/trying-not-forwarded.ts';
import { tryingThen408 } from './setup/trying-then-408.ts';
import { tryingThenCancel } from './setup/trying-then-cancel.ts';

/** Set-ups that got stuck, were slow, or were never heard. */
export const SETUP_RULES: readonly Rule[] = [
  inviteNoResponse,
  lateTrying,
  tryingDownstreamSilent,
  tryingDownstreamAnsweredNotRelayed,
  tryingNotForwarded,
  tryingThen408,
  tryingThenCancel,
  tryingCaptureEnded,
  pddSlow,
  ringingNoAnswer,
  ringingForever,
  noFinalResponse,
];
