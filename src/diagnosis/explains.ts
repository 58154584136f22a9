import type { RuleId } from '../model/rule-args.ts';
import {
  BLEMISHES,
  CALLER_REFUSED,
  GAVE_UP,
  LOST_INSIDE,
  MEDIA_REFUSED,
  NOT_READ,
  NOT_UNDERSTOOD,
  NO_END,
  STRANGERS_MEET,
  STUCK,
  UNAUTHENTICATED,
  UNCONFIRMED,
  UNHEARD,
} from './symptoms.ts';

interface Explanation {
  readonly cause: RuleId;
  readonly explains: readonly RuleId[];
  /** Only when both findings show the same message: a fault explains what happened to the message that has it. */
  readonly sameMessage?: true;
  /** The same, of requests alone: a fault of the refusal itself is no reason for it. */
  readonly sameRequest?: true;
  /** Only a cause that concerns the whole call: a dead hop that another one made good for explains no refusal of that one. */
  readonly ofCall?: true;
}

/** Cause ⇒ consequence as far as the rules exist. A finding that is explained is never the primary one. */
export const EXPLAINS: readonly Explanation[] = [
  ...(['icmp-unreachable', 'tcp-reset-mid-transaction', 'ip-fragment-loss'] as const).flatMap(
    (cause): Explanation[] => [
      { cause, explains: UNHEARD, sameMessage: true },
      { cause, explains: [...STUCK, 'transport-failover'] },
    ],
  ),
  { cause: 'ip-fragment-loss', explains: UNHEARD },
  { cause: 'tcp-stalled', explains: [...UNHEARD, 'late-trying'], sameMessage: true },
  { cause: 'tcp-stalled', explains: STUCK },
  {
    cause: 'tcp-connect-failed',
    explains: [...STUCK, 'trying-not-forwarded', 'no-final-response'],
  },
  {
    cause: 'tls-handshake-failed',
    explains: [...STUCK, 'trying-not-forwarded', 'no-final-response'],
  },
  { cause: 'dns-failure', explains: [...STUCK, 'trying-not-forwarded'] },
  { cause: 'register-expired-at-call', explains: ['invite-no-response', ...STUCK] },
  { cause: 'udp-over-mtu', explains: UNHEARD, sameMessage: true },
  { cause: 'udp-over-mtu', explains: STUCK },
  { cause: 'invite-no-response', explains: ['transport-failover'] },
  { cause: 'late-trying', explains: ['retransmission-storm'], sameMessage: true },
  { cause: 'invite-no-response', explains: ['trying-downstream-silent', ...STUCK] },
  { cause: 'trying-downstream-silent', explains: STUCK },
  { cause: 'trying-downstream-answered-not-relayed', explains: STUCK },
  { cause: 'trying-not-forwarded', explains: STUCK },
  { cause: 'decline-analytics-603plus', explains: ['decline-analytics-probable'] },
  { cause: 'ringing-forever', explains: ['no-final-response'] },
  { cause: 'malformed-message', explains: [...NOT_UNDERSTOOD, ...BLEMISHES], sameMessage: true },
  { cause: 'missing-mandatory-header', explains: NOT_UNDERSTOOD, sameMessage: true },
  { cause: 'content-length-mismatch', explains: NOT_UNDERSTOOD, sameMessage: true },
  { cause: 'cseq-method-mismatch', explains: NOT_UNDERSTOOD, sameMessage: true },
  ...(
    [
      'codec-no-overlap',
      'srtp-mismatch',
      'offer-answer-violation',
      'address-family-mismatch',
    ] as const
  ).map((cause): Explanation => ({ cause, explains: ['media-rejected'] })),
  {
    cause: 'sdp-malformed',
    explains: ['codec-no-overlap', 'offer-answer-violation', 'media-rejected'],
    sameMessage: true,
  },
  ...(
    [
      'icmp-unreachable',
      'tcp-reset-mid-transaction',
      'ip-fragment-loss',
      'tcp-connect-failed',
      'tls-handshake-failed',
      'udp-over-mtu',
      'invite-no-response',
      'trying-downstream-silent',
      'trying-downstream-answered-not-relayed',
      'trying-not-forwarded',
    ] as const
  ).map((cause): Explanation => ({ cause, explains: GAVE_UP, ofCall: true })),
  { cause: 'dns-failure', explains: [...GAVE_UP, 'resp-404-number'], sameMessage: true },
  {
    cause: 'request-to-wrong-transport',
    explains: [
      ...GAVE_UP,
      ...NOT_READ,
      'resp-403-policy',
      'resp-404-number',
      'resp-405-501-method',
    ],
    sameMessage: true,
  },
  ...(
    [
      'malformed-message',
      'missing-mandatory-header',
      'content-length-mismatch',
      'cseq-method-mismatch',
      'uri-param-outside-brackets',
    ] as const
  ).map((cause): Explanation => ({ cause, explains: NOT_READ, sameRequest: true })),
  { cause: 'sdp-malformed', explains: [...NOT_READ, ...MEDIA_REFUSED], sameRequest: true },
  ...(
    [
      'codec-no-overlap',
      'srtp-mismatch',
      'offer-answer-violation',
      't38-failed',
      'dtls-setup-wrong',
      'address-family-mismatch',
    ] as const
  ).map((cause): Explanation => ({ cause, explains: MEDIA_REFUSED })),
  {
    cause: 'decline-q850',
    explains: ['resp-403-policy', 'resp-480-unavailable', 'resp-486-busy', 'resp-other'],
    sameMessage: true,
  },
  { cause: 'redirect-loop', explains: ['redirect-not-followed', 'resp-410-301-moved'] },
  { cause: 'redirect-not-followed', explains: ['resp-410-301-moved'] },
  ...(['register-expired-at-call', 'register-not-refreshed', 'register-flapping'] as const).map(
    (cause): Explanation => ({
      cause,
      explains: ['resp-404-number', 'resp-408-timeout', 'resp-480-unavailable', 'resp-other'],
    }),
  ),
  { cause: 'resp-489-event', explains: ['subscribe-failed'], sameMessage: true },
  { cause: 'resp-491-glare', explains: ['t38-failed'] },
  { cause: 'early-bye', explains: ['resp-487-terminated'] },
  {
    cause: 'resp-503-overload',
    explains: ['late-trying', 'retransmission-storm', 'transport-failover', 'pdd-slow'],
  },
  {
    cause: 'ack-cseq-or-branch-wrong',
    explains: ['ack-missing-2xx', 'ack-misrouted', 'ack-missing-non2xx', ...UNCONFIRMED],
  },
  { cause: 'ack-misrouted', explains: UNCONFIRMED },
  // Who is not there for the 2xx is not there for the BYE either.
  { cause: 'ack-missing-2xx', explains: [...UNCONFIRMED, 'bye-unanswered'] },
  { cause: 'ack-missing-non2xx', explains: ['retransmission-storm'] },
  ...(['icmp-unreachable', 'tcp-reset-mid-transaction', 'ip-fragment-loss'] as const).flatMap(
    (cause): Explanation[] => [
      { cause, explains: ['ack-missing-2xx', 'ack-missing-non2xx'] },
      { cause, explains: ['ack-misrouted', 'bye-unanswered'], sameMessage: true },
    ],
  ),
  {
    cause: 'trying-downstream-answered-not-relayed',
    explains: ['ack-missing-2xx', ...UNCONFIRMED],
  },
  { cause: 'noninvite-no-response', explains: ['bye-unanswered'] },
  { cause: 'auth-no-retry', explains: ['bye-unanswered'], sameMessage: true },
  { cause: 'early-bye', explains: ['bye-481'] },
  // A node that has lost the call does not know its hang-up either.
  { cause: 'resp-481-state-lost', explains: ['bye-481'] },
  { cause: 'rseq-gap', explains: ['prack-missing'] },
  { cause: 'prack-rejected', explains: ['prack-missing', ...NO_END, ...GAVE_UP] },
  { cause: 'prack-missing', explains: [...STUCK, ...NO_END, ...GAVE_UP] },
  { cause: 'rel100-required-unsupported', explains: ['resp-420-421-extension'] },
  {
    cause: 'precondition-failed',
    explains: ['resp-580-precondition', 'early-media-no-sdp', ...STUCK, ...NO_END],
  },
  {
    cause: 'cancel-before-provisional',
    explains: ['cancel-200-race', 'cancel-no-487', ...NO_END],
  },
  { cause: 'cancel-mismatch', explains: ['cancel-481', 'cancel-no-487', ...NO_END] },
  {
    cause: 'cancel-no-487',
    explains: [
      'ack-missing-2xx',
      'ack-misrouted',
      ...UNCONFIRMED,
      'bye-481',
      'cancel-200-race',
      'multiple-2xx',
      'noninvite-no-response',
      'resp-408-timeout',
      ...NO_END,
    ],
  },
  {
    cause: 'fork-killed-by-6xx',
    explains: [
      'decline-human',
      'decline-device-policy',
      'decline-unattributed',
      'decline-pbx-default',
      'decline-607',
      'decline-q850',
      'resp-600-604',
    ],
  },
  {
    cause: 'early-media-announcement-cause',
    explains: [...NO_END, 'early-media-no-sdp', 'resp-486-busy', 'resp-487-terminated', ...GAVE_UP],
  },
  { cause: 'early-media-no-sdp', explains: ['pdd-slow'] },
  ...(
    [
      'auth-algorithm-unsupported',
      'auth-realm-mismatch',
      'auth-stale-loop',
      'auth-nc-reuse',
    ] as const
  ).flatMap((cause): Explanation[] => [
    {
      cause,
      explains: ['auth-loop-wrong-credentials', 'auth-no-retry', ...UNAUTHENTICATED],
    },
    { cause, explains: ['auth-then-403', 'auth-username-mismatch'], sameMessage: true },
  ]),
  { cause: 'auth-loop-wrong-credentials', explains: ['auth-no-retry', ...UNAUTHENTICATED] },
  { cause: 'auth-loop-wrong-credentials', explains: ['auth-then-403'], sameMessage: true },
  { cause: 'auth-then-403', explains: UNAUTHENTICATED },
  { cause: 'auth-no-retry', explains: UNAUTHENTICATED },
  { cause: 'identity-verification-failed', explains: CALLER_REFUSED, sameMessage: true },
  { cause: 'caller-id-rejected', explains: CALLER_REFUSED, sameMessage: true },
  { cause: 'anonymous-rejected', explains: CALLER_REFUSED, sameMessage: true },
  ...(['nat-private-contact', 'contact-unroutable', 'sip-alg-suspected'] as const).map(
    (cause): Explanation => ({ cause, explains: LOST_INSIDE }),
  ),
  ...(
    [
      'nat-port-rebinding',
      'record-route-missing-lr',
      'route-set-lost',
      'in-dialog-bypasses-proxy',
      'target-refresh-ignored',
      'cseq-out-of-order',
      'branch-reused',
    ] as const
  ).map((cause): Explanation => ({ cause, explains: LOST_INSIDE, sameMessage: true })),
  { cause: 'tag-problems', explains: [...LOST_INSIDE, 'resp-400-malformed'] },
  {
    cause: 'nat-missing-rport',
    explains: [...UNHEARD, ...STUCK, 'register-failed', 'ack-missing-non2xx', 'ack-missing-2xx'],
  },
  { cause: 'via-stack-broken', explains: [...UNHEARD, ...STUCK] },
  { cause: 'via-loop-visible', explains: ['resp-482-loop', 'resp-483-hops', ...STUCK] },
  { cause: 'max-breadth-or-fork-bomb', explains: ['resp-other', 'retransmission-storm'] },
  ...(['t38-failed', 'codec-no-overlap', 'srtp-mismatch', 'offer-answer-violation'] as const).map(
    (cause): Explanation => ({ cause, explains: ['reinvite-failed'], sameMessage: true }),
  ),
  { cause: 'reinvite-no-answer', explains: ['retransmission-storm'], sameMessage: true },
  // The way to the other side was broken before somebody hung up.
  { cause: 'reinvite-no-answer', explains: ['noninvite-no-response', 'bye-unanswered'] },
  ...(
    [
      'session-timer-violations',
      'update-not-allowed',
      'reinvite-failed',
      'reinvite-no-answer',
      'noninvite-no-response',
    ] as const
  ).map((cause): Explanation => ({ cause, explains: ['session-timer-expiry'] })),
  ...(
    [
      'session-timer-expiry',
      'reinvite-failed',
      'reinvite-no-answer',
      'ack-missing-2xx',
      'ack-misrouted',
      'ack-cseq-or-branch-wrong',
      'call-dropped-32s',
      'nat-private-sdp',
      'media-address-unset',
      'ice-failed',
      'dtls-setup-wrong',
      'address-family-mismatch',
      'codec-no-overlap',
      'fmtp-conflict',
    ] as const
  ).map((cause): Explanation => ({ cause, explains: ['bye-reason-abnormal'] })),
  { cause: 'refer-failed', explains: ['refer-call-lost'] },
  {
    cause: 'time-of-day-restart',
    explains: ['bye-481', 'resp-481-state-lost', 'reinvite-failed', 'refer-failed'],
  },
  {
    cause: 'bye-or-cancel-spoof',
    explains: ['bye-481', 'bye-crossed', 'resp-481-state-lost', 'reinvite-failed', 'early-bye'],
  },
  {
    cause: 'digest-leak',
    explains: [
      'auth-loop-wrong-credentials',
      'auth-realm-mismatch',
      'auth-then-403',
      'bye-unanswered',
    ],
  },
  { cause: 'nat-keepalive-missing', explains: [...UNHEARD, ...STUCK] },
  { cause: 'nat-keepalive-missing', explains: GAVE_UP, ofCall: true },
  { cause: 'scanner-detected', explains: ['extension-enumeration'] },
  { cause: 'credential-compromise-suspected', explains: ['password-bruteforce'] },
  // What strangers meet says nothing about the service.
  ...(
    [
      'scanner-detected',
      'credential-compromise-suspected',
      'password-bruteforce',
      'open-relay',
      'toll-fraud-pattern',
      'extension-enumeration',
      'sip-flood',
    ] as const
  ).map((cause): Explanation => ({ cause, explains: STRANGERS_MEET })),
];

/** Findings about an endpoint that add up what was found in its calls, and say nothing else. */
export const SUMS_UP: ReadonlySet<RuleId> = new Set<RuleId>([
  'overload-burst',
  'peer-failure-spike',
]);

/** Findings about quality: they matter, but never say why a call ended as it did. */
export const ASIDE: ReadonlySet<RuleId> = new Set<RuleId>([
  'pdd-slow',
  'late-trying',
  'transport-failover',
  'srtp-key-in-clear',
  'auth-username-mismatch',
  'auth-challenge-to-ack-or-cancel',
  'auth-basic-or-cleartext',
  'hold-state',
  'codec-changed-midcall',
  'max-forwards-low',
  'overlap-dialling',
  'resp-489-event',
  'ack-late',
  'cancel-completed-elsewhere-missing',
  'fork-loser-noise',
  'serial-hunt-long',
  'bye-crossed',
  'early-media-no-sdp',
  'session-timer-violations',
  'update-not-allowed',
  'emergency-call',
  'rule-crashed',
]);
