import type { Rule } from '../rule.ts';
import { ackCseqOrBranchWrong } from './race/ack-cseq-or-branch-wrong.ts';
import { ackLate } from './race/ack-late.ts';
import { ackMisrouted } from './race/ack-misrouted.ts';
import { ackMissing2xx } from './race/ack-missing-2xx.ts';
import { ackMissingNon2xx } from './race/ack-missing-non2xx.ts';
import { bye481 } from './race/bye-481.ts';
import { byeCrossed } from './race/bye-crossed.ts';
import { byeUnanswered } from './race/bye-unanswered.ts';
import { callDropped32s } from './race/call-dropped-32s.ts';
import { cancel200Race } from './race/cancel-200-race.ts';
import { cancel481 } from './race/cancel-481.ts';
import { cancelBeforeProvisional } from './race/cancel-before-provisional.ts';
import { cancelCompletedElsewhereMissing } from './race/cancel-completed-elsewhere-missing.ts';
import { cancelMismatch } from './race/cancel-mismatch.ts';
import { cancelNo487 } from './race/cancel-no-487.ts';
import { dialogZombie } from './race/dialog-zombie.ts';
import { earlyBye } from './race/early-bye.ts';
import { earlyMediaAnnouncementCause } from './race/early-media-announcement-cause.ts';
import { earlyMediaNoSdp } from './race/early-media-no-sdp.ts';
import { forkKilledBy6xx } from './race/fork-killed-by-6xx.ts';
import { forkLoserNoise } from './race/fork-loser-noise.ts';
import { multiple2xx } from './race/multiple-2xx.ts';
import { prackMissing } from './race/prack-missing.ts';
import { prackRejected } from './race/prack-rejected.ts';
import { preconditionFailed } from './race/precondition-failed.ts';
import { rel100RequiredUnsupported } from './race/rel100-required-unsupported.ts';
import { rseqGap } from './race/rseq-gap.ts';
import { serialHuntLong } from './race/serial-hunt-long.ts';

/** ACK, CANCEL, BYE and PRACK that were missing, wrong or crossed something; forks and early media. */
export const RACE_RULES: readonly Rule[] = [
  ackCseqOrBranchWrong,
  ackMisrouted,
  ackMissing2xx,
  callDropped32s,
  ackMissingNon2xx,
  ackLate,
  rel100RequiredUnsupported,
  rseqGap,
  prackRejected,
  prackMissing,
  preconditionFailed,
  cancelMismatch,
  cancelBeforeProvisional,
  cancel481,
  cancel200Race,
  cancelNo487,
  cancelCompletedElsewhereMissing,
  forkKilledBy6xx,
  multiple2xx,
  forkLoserNoise,
  serialHuntLong,
  earlyMediaAnnouncementCause,
  earlyMediaNoSdp,
  earlyBye,
  bye481,
  byeCrossed,
  byeUnanswered,
  dialogZombie,
];
