/** Groups of rules by what they show: what one cause looks like from several sides. */
import type { RuleId } from '../model/rule-args.ts';

/** What an unreachable next hop looks like from above, where both show the same message. */
export const UNHEARD: readonly RuleId[] = [
  'invite-no-response',
  'noninvite-no-response',
  'trying-downstream-silent',
  'retransmission-storm',
];
export const STUCK: readonly RuleId[] = [
  'trying-capture-ended',
  'trying-then-408',
  'trying-then-cancel',
  'pdd-slow',
];
export const NOT_UNDERSTOOD: readonly RuleId[] = ['invite-no-response'];

/** What else a message that is damaged anyway looks like. */
export const BLEMISHES: readonly RuleId[] = [
  'missing-mandatory-header',
  'content-length-mismatch',
  'cseq-method-mismatch',
  'branch-no-cookie',
  'uri-param-outside-brackets',
];

/** What a node says that could not get on with the call. */
export const GAVE_UP: readonly RuleId[] = [
  'resp-408-timeout',
  'resp-480-unavailable',
  'resp-500-server',
  'resp-502-504-gateway',
  'resp-503-overload',
  'resp-600-604',
  'vendor-routing-code',
  'resp-other',
];
/** What a node says that could not read or did not like a message. */
export const NOT_READ: readonly RuleId[] = [
  'resp-400-malformed',
  'resp-415-406-body',
  'resp-500-server',
  'resp-other',
];
export const MEDIA_REFUSED: readonly RuleId[] = [
  'resp-488-media',
  'resp-606-media',
  'resp-580-precondition',
];

/** What a call looks like whose 2xx nobody confirmed. */
export const UNCONFIRMED: readonly RuleId[] = [
  'call-dropped-32s',
  'early-bye',
  'retransmission-storm',
];
/** What an unanswered ringing comes to. */
export const NO_END: readonly RuleId[] = [
  'ringing-no-answer',
  'ringing-forever',
  'no-final-response',
];

/** What a refused authentication looks like to rules that only see its last response. */
export const UNAUTHENTICATED: readonly RuleId[] = [
  'register-failed',
  'subscribe-failed',
  'resp-403-policy',
  'resp-other',
];
/** What a refusal for the caller's number looks like by its code. */
export const CALLER_REFUSED: readonly RuleId[] = [
  'decline-q850',
  'decline-pbx-default',
  'decline-device-policy',
  'decline-unattributed',
  'decline-analytics-probable',
  'resp-400-malformed',
  'resp-403-policy',
  'resp-404-number',
  'resp-480-unavailable',
  'resp-486-busy',
  'resp-488-media',
  'resp-500-server',
  'resp-503-overload',
  'resp-600-604',
  'resp-other',
];

/** What it looks like when requests inside a dialog do not get to the other side. */
export const LOST_INSIDE: readonly RuleId[] = [
  'ack-misrouted',
  'ack-missing-2xx',
  ...UNCONFIRMED,
  'bye-unanswered',
  'bye-481',
  'noninvite-no-response',
  'session-timer-expiry',
  'reinvite-failed',
  'reinvite-no-answer',
  'refer-failed',
  'resp-481-state-lost',
];

/** What happens to requests that nobody should have sent. */
export const STRANGERS_MEET: readonly RuleId[] = [
  ...UNAUTHENTICATED,
  'auth-no-retry',
  'auth-loop-wrong-credentials',
  'auth-then-403',
  'auth-realm-mismatch',
  'resp-400-malformed',
  'resp-404-number',
  'resp-405-501-method',
  'resp-408-timeout',
  'resp-480-unavailable',
  'resp-484-digits',
  'resp-488-media',
  'resp-503-overload',
  'resp-600-604',
  'decline-pbx-default',
  'malformed-message',
  ...BLEMISHES,
  'nat-missing-rport',
  'contact-unroutable',
  'register-contact-unroutable',
  ...UNHEARD,
];
