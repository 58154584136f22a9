import type { Rule } from '../rule.ts';
import { addressFamilyMismatch } from './sdp/address-family-mismatch.ts';
import { codecChangedMidcall } from './sdp/codec-changed-midcall.ts';
import { codecNoOverlap } from './sdp/codec-no-overlap.ts';
import { dtlsSetupWrong } from './sdp/dtls-setup-wrong.ts';
import { fmtpConflict } from './sdp/fmtp-conflict.ts';
import { holdBothSides } from './sdp/hold-both-sides.ts';
import { holdNotResumed } from './sdp/hold-not-resumed.ts';
import { holdState } from './sdp/hold-state.ts';
import { mediaAddressUnset } from './sdp/media-address-unset.ts';
import { mediaRejected } from './sdp/media-rejected.ts';
import { natPrivateSdp } from './sdp/nat-private-sdp.ts';
import { offerAnswerViolation } from './sdp/offer-answer-violation.ts';
import { rtcpMuxMismatch } from './sdp/rtcp-mux-mismatch.ts';
import { sdpMalformed } from './sdp/sdp-malformed.ts';
import { srtpKeyInClear } from './sdp/srtp-key-in-clear.ts';
import { srtpMismatch } from './sdp/srtp-mismatch.ts';
import { t38Failed } from './sdp/t38-failed.ts';

/** Session descriptions, offers and answers. */
export const SDP_RULES: readonly Rule[] = [
  sdpMalformed,
  codecNoOverlap,
  fmtpConflict,
  srtpMismatch,
  dtlsSetupWrong,
  offerAnswerViolation,
  mediaRejected,
  rtcpMuxMismatch,
  natPrivateSdp,
  mediaAddressUnset,
  addressFamilyMismatch,
  t38Failed,
  holdNotResumed,
  holdBothSides,
  holdState,
  codecChangedMidcall,
  srtpKeyInClear,
];
