import type { RuleId } from '../model/rule-args.ts';

interface Explanation {
  readonly cause: RuleId;
  readonly explains: readonly RuleId[];
  /** Only when both findings show the same message: a fault explains what happened to the message that has it. */
  readonly sameMessage?: true;
}

/** What an unreachable next hop looks like from above, where both show the same message. */
const UNHEARD: readonly RuleId[] = [
  'invite-no-response',
  'noninvite-no-response',
  'trying-downstream-silent',
  'retransmission-storm',
];
const STUCK: readonly RuleId[] = [
  'trying-capture-ended',
  'trying-then-408',
  'trying-then-cancel',
  'pdd-slow',
];
const NOT_UNDERSTOOD: readonly RuleId[] = ['invite-no-response'];

/** Cause ⇒ consequence as far as the rules exist. A finding that is explained is never the primary one. */
export const EXPLAINS: readonly Explanation[] = [
  ...(['icmp-unreachable', 'tcp-reset-mid-transaction', 'ip-fragment-loss'] as const).flatMap(
    (cause): Explanation[] => [
      { cause, explains: UNHEARD, sameMessage: true },
      { cause, explains: [...STUCK, 'transport-failover'] },
    ],
  ),
  { cause: 'ip-fragment-loss', explains: UNHEARD },
  {
    cause: 'tcp-connect-failed',
    explains: [...STUCK, 'trying-not-forwarded', 'no-final-response'],
  },
  {
    cause: 'tls-handshake-failed',
    explains: [...STUCK, 'trying-not-forwarded', 'no-final-response'],
  },
  { cause: 'dns-failure', explains: [...STUCK, 'trying-not-forwarded'] },
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
  { cause: 'malformed-message', explains: NOT_UNDERSTOOD, sameMessage: true },
  { cause: 'missing-mandatory-header', explains: NOT_UNDERSTOOD, sameMessage: true },
  { cause: 'content-length-mismatch', explains: NOT_UNDERSTOOD, sameMessage: true },
  { cause: 'cseq-method-mismatch', explains: NOT_UNDERSTOOD, sameMessage: true },
  ...(['codec-no-overlap', 'srtp-mismatch', 'offer-answer-violation'] as const).map(
    (cause): Explanation => ({ cause, explains: ['media-rejected'] }),
  ),
  {
    cause: 'sdp-malformed',
    explains: ['codec-no-overlap', 'offer-answer-violation', 'media-rejected'],
    sameMessage: true,
  },
];

/** Findings about quality: they matter, but never say why a call ended as it did. */
export const ASIDE: ReadonlySet<RuleId> = new Set<RuleId>([
  'pdd-slow',
  'late-trying',
  'transport-failover',
  'srtp-key-in-clear',
  'hold-state',
  'codec-changed-midcall',
  'rule-crashed',
]);
