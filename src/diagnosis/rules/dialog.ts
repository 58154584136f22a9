import type { Rule } from '../rule.ts';
import { branchReused } from './dialog/branch-reused.ts';
import { byeReasonAbnormal } from './dialog/bye-reason-abnormal.ts';
import { callIdReused } from './dialog/call-id-reused.ts';
import { cseqOutOfOrder } from './dialog/cseq-out-of-order.ts';
import { emergencyCall } from './dialog/emergency-call.ts';
import { inDialogBypassesProxy } from './dialog/in-dialog-bypasses-proxy.ts';
import { maxBreadthOrForkBomb } from './dialog/max-breadth-or-fork-bomb.ts';
import { recordRouteMissingLr } from './dialog/record-route-missing-lr.ts';
import { referCallLost } from './dialog/refer-call-lost.ts';
import { referFailed } from './dialog/refer-failed.ts';
import { reinviteFailed } from './dialog/reinvite-failed.ts';
import { reinviteNoAnswer } from './dialog/reinvite-no-answer.ts';
import { routeSetLost } from './dialog/route-set-lost.ts';
import { sessionTimerExpiry } from './dialog/session-timer-expiry.ts';
import { sessionTimerViolations } from './dialog/session-timer-violations.ts';
import { tagProblems } from './dialog/tag-problems.ts';
import { targetRefreshIgnored } from './dialog/target-refresh-ignored.ts';
import { updateNotAllowed } from './dialog/update-not-allowed.ts';
import { viaLoopVisible } from './dialog/via-loop-visible.ts';
import { viaStackBroken } from './dialog/via-stack-broken.ts';

/** What names transactions and dialogs, where their requests go, and what becomes of a call after its answer. */
export const DIALOG_RULES: readonly Rule[] = [
  viaStackBroken,
  viaLoopVisible,
  maxBreadthOrForkBomb,
  tagProblems,
  branchReused,
  callIdReused,
  cseqOutOfOrder,
  routeSetLost,
  inDialogBypassesProxy,
  recordRouteMissingLr,
  targetRefreshIgnored,
  sessionTimerViolations,
  reinviteNoAnswer,
  reinviteFailed,
  updateNotAllowed,
  sessionTimerExpiry,
  referFailed,
  referCallLost,
  byeReasonAbnormal,
  emergencyCall,
];
