import type { Rule } from './rule.ts';
import { decline607 } from './rules/decline/decline-607.ts';
import { decline608 } from './rules/decline/decline-608.ts';
import { declineAnalytics603plus } from './rules/decline/decline-analytics-603plus.ts';
import { declineAnalyticsProbable } from './rules/decline/decline-analytics-probable.ts';
import { declineDevicePolicy } from './rules/decline/decline-device-policy.ts';
import { declineHuman } from './rules/decline/decline-human.ts';
import { declinePbxDefault } from './rules/decline/decline-pbx-default.ts';
import { declineQ850 } from './rules/decline/decline-q850.ts';
import { inviteNoResponse } from './rules/setup/invite-no-response.ts';
import { lateTrying } from './rules/setup/late-trying.ts';
import { noFinalResponse } from './rules/setup/no-final-response.ts';
import { pddSlow } from './rules/setup/pdd-slow.ts';
import { ringingForever } from './rules/setup/ringing-forever.ts';
import { ringingNoAnswer } from './rules/setup/ringing-no-answer.ts';
import { tryingCaptureEnded } from './rules/setup/trying-capture-ended.ts';
import { tryingDownstreamAnsweredNotRelayed } from './rules/setup/trying-downstream-answered-not-relayed.ts';
import { tryingDownstreamSilent } from './rules/setup/trying-downstream-silent.ts';
import { tryingNotForwarded } from './rules/setup/trying-not-forwarded.ts';
import { tryingThen408 } from './rules/setup/trying-then-408.ts';
import { tryingThenCancel } from './rules/setup/trying-then-cancel.ts';
import { branchNoCookie } from './rules/syntax/branch-no-cookie.ts';
import { contentLengthMismatch } from './rules/syntax/content-length-mismatch.ts';
import { cseqMethodMismatch } from './rules/syntax/cseq-method-mismatch.ts';
import { malformedMessage } from './rules/syntax/malformed-message.ts';
import { missingMandatoryHeader } from './rules/syntax/missing-mandatory-header.ts';
import { uriParamOutsideBrackets } from './rules/syntax/uri-param-outside-brackets.ts';

/** Every rule, by family; within a family, causes stand before what they explain. */
export const RULES: readonly Rule[] = [
  // Set-ups that got stuck, were slow, or were never heard.
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
  // 603 and its relatives, told apart.
  declineAnalytics603plus,
  declineAnalyticsProbable,
  decline608,
  decline607,
  declineHuman,
  declineDevicePolicy,
  declinePbxDefault,
  declineQ850,
  // Messages that do not follow the grammar.
  malformedMessage,
  missingMandatoryHeader,
  contentLengthMismatch,
  cseqMethodMismatch,
  uriParamOutsideBrackets,
  branchNoCookie,
];
