import type { CaptureRule } from './overall/capture-rule.ts';
import type { Rule } from './rule.ts';
import { captureClockSkew } from './rules/trust/capture-clock-skew.ts';
import { captureDuplicatePackets } from './rules/trust/capture-duplicate-packets.ts';
import { captureEncryptedOnly } from './rules/trust/capture-encrypted-only.ts';
import { captureEndsBeforeOutcome } from './rules/trust/capture-ends-before-outcome.ts';
import { captureOneWay } from './rules/trust/capture-one-way.ts';
import { captureOutOfOrderTimestamps } from './rules/trust/capture-out-of-order-timestamps.ts';
import { capturePacketLoss } from './rules/trust/capture-packet-loss.ts';
import { captureSnaplenTruncated } from './rules/trust/capture-snaplen-truncated.ts';
import { captureStartsMidcall } from './rules/trust/capture-starts-midcall.ts';
import { decline607 } from './rules/decline/decline-607.ts';
import { decline608 } from './rules/decline/decline-608.ts';
import { declineAnalytics603plus } from './rules/decline/decline-analytics-603plus.ts';
import { declineAnalyticsProbable } from './rules/decline/decline-analytics-probable.ts';
import { declineDevicePolicy } from './rules/decline/decline-device-policy.ts';
import { declineHuman } from './rules/decline/decline-human.ts';
import { declinePbxDefault } from './rules/decline/decline-pbx-default.ts';
import { declineQ850 } from './rules/decline/decline-q850.ts';
import { addressFamilyMismatch } from './rules/sdp/address-family-mismatch.ts';
import { codecChangedMidcall } from './rules/sdp/codec-changed-midcall.ts';
import { codecNoOverlap } from './rules/sdp/codec-no-overlap.ts';
import { dtlsSetupWrong } from './rules/sdp/dtls-setup-wrong.ts';
import { holdBothSides } from './rules/sdp/hold-both-sides.ts';
import { holdNotResumed } from './rules/sdp/hold-not-resumed.ts';
import { holdState } from './rules/sdp/hold-state.ts';
import { mediaRejected } from './rules/sdp/media-rejected.ts';
import { natPrivateSdp } from './rules/sdp/nat-private-sdp.ts';
import { offerAnswerViolation } from './rules/sdp/offer-answer-violation.ts';
import { rtcpMuxMismatch } from './rules/sdp/rtcp-mux-mismatch.ts';
import { sdpMalformed } from './rules/sdp/sdp-malformed.ts';
import { srtpKeyInClear } from './rules/sdp/srtp-key-in-clear.ts';
import { srtpMismatch } from './rules/sdp/srtp-mismatch.ts';
import { t38Failed } from './rules/sdp/t38-failed.ts';
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
import { dnsFailure } from './rules/transport/dns-failure.ts';
import { icmpUnreachable, icmpUnreachableAlone } from './rules/transport/icmp-unreachable.ts';
import { ipFragmentLoss, ipFragmentLossAlone } from './rules/transport/ip-fragment-loss.ts';
import { noninviteNoResponse } from './rules/transport/noninvite-no-response.ts';
import { requestToWrongTransport } from './rules/transport/request-to-wrong-transport.ts';
import { retransmissionStorm } from './rules/transport/retransmission-storm.ts';
import { tcpConnectFailed, tcpConnectFailedAlone } from './rules/transport/tcp-connect-failed.ts';
import { tcpResetMidTransaction } from './rules/transport/tcp-reset-mid-transaction.ts';
import { tlsCertificateProblem } from './rules/transport/tls-certificate-problem.ts';
import {
  tlsHandshakeFailed,
  tlsHandshakeFailedAlone,
} from './rules/transport/tls-handshake-failed.ts';
import { transportFailover } from './rules/transport/transport-failover.ts';
import { udpOverMtu } from './rules/transport/udp-over-mtu.ts';
import { wsUpgradeFailed } from './rules/transport/ws-upgrade-failed.ts';

/** Every rule, by family; within a family, causes stand before what they explain. */
export const RULES: readonly Rule[] = [
  // Reachability and transport.
  icmpUnreachable,
  tcpConnectFailed,
  tlsHandshakeFailed,
  tcpResetMidTransaction,
  ipFragmentLoss,
  dnsFailure,
  udpOverMtu,
  noninviteNoResponse,
  requestToWrongTransport,
  transportFailover,
  retransmissionStorm,
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
  // Session descriptions, offers and answers.
  sdpMalformed,
  codecNoOverlap,
  srtpMismatch,
  dtlsSetupWrong,
  offerAnswerViolation,
  mediaRejected,
  rtcpMuxMismatch,
  natPrivateSdp,
  addressFamilyMismatch,
  t38Failed,
  holdNotResumed,
  holdBothSides,
  holdState,
  codecChangedMidcall,
  srtpKeyInClear,
];

/** Rules about sources and endpoints; those with an id of above tell what no conversation was seen to suffer from. */
export const CAPTURE_RULES: readonly CaptureRule[] = [
  capturePacketLoss,
  captureOneWay,
  captureSnaplenTruncated,
  captureClockSkew,
  captureOutOfOrderTimestamps,
  captureEncryptedOnly,
  captureDuplicatePackets,
  captureStartsMidcall,
  captureEndsBeforeOutcome,
  icmpUnreachableAlone,
  tcpConnectFailedAlone,
  tlsHandshakeFailedAlone,
  tlsCertificateProblem,
  wsUpgradeFailed,
  ipFragmentLossAlone,
];
