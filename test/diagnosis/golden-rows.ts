/** What a voice engineer must be told of each golden trace; from its packets, not from our output. */
import { only, shift, toPcap, type Trace } from '../../fixtures/dsl/index.ts';
import { named } from '../../fixtures/traces/index.ts';
import type { RuleId } from '../../src/model/rule-args.ts';
import type { Confidence, Outcome, Release, Severity } from '../../src/model/vocabulary.ts';
import { capture } from '../helpers/wire.ts';

export interface GoldenRow {
  /** Number of the golden trace. */
  readonly golden: number;
  readonly name: string;
  /** The captures; those of the named trace when not given. */
  readonly files?: () => Uint8Array[];
  /** Of every call. */
  readonly outcomes: readonly Outcome[];
  /** Who ended the last call, where the trace is about that. */
  readonly release?: Release;
  /** The one cause; null: nothing to tell. */
  readonly primary: readonly [RuleId, Severity, Confidence] | null;
  /** Consequence → the finding that explains it. */
  readonly causedBy?: Readonly<Partial<Record<RuleId, RuleId>>>;
  /** Remarks that neither are the cause nor follow from it. */
  readonly beside?: Readonly<Partial<Record<RuleId, Severity>>>;
  /** What the trace is easily mistaken for. */
  readonly never: readonly RuleId[];
}

type Rest = Omit<GoldenRow, 'golden' | 'name' | 'outcomes'>;
type Outcomes = Outcome | readonly Outcome[];

function row(golden: number, name: string, outcomes: Outcomes, rest: Rest): GoldenRow {
  return { golden, name, outcomes: [outcomes].flat(), ...rest };
}

/** A near miss, or a call as it should be. */
function calm(
  golden: number,
  name: string,
  outcomes: Outcomes,
  never: readonly RuleId[],
  rest: Partial<Rest> = {},
): GoldenRow {
  return row(golden, name, outcomes, { primary: null, never, ...rest });
}

const every = (count: number, outcome: Outcome): Outcome[] =>
  Array.from({ length: count }, () => outcome);

const ENDS = { 'capture-ends-before-outcome': 'info' } as const;
const TWICE = { 'capture-duplicate-packets': 'info' } as const;

const stuck: readonly GoldenRow[] = [
  // Pending for less than 11 s is a remark, from 32 s on an error; the last one outlived Timer C.
  row(1, 'trying-capture-ended-5s', 'incomplete-pending', {
    primary: ['trying-capture-ended', 'info', 'possible'],
    beside: ENDS,
    never: ['no-final-response', 'invite-no-response', 'trying-downstream-silent'],
  }),
  row(1, 'trying-capture-ended-40s', 'incomplete-pending', {
    primary: ['trying-capture-ended', 'error', 'proven'],
    beside: ENDS,
    never: ['no-final-response', 'invite-no-response', 'trying-downstream-silent'],
  }),
  row(1, 'trying-capture-ended-200s', 'incomplete-pending', {
    primary: ['trying-capture-ended', 'error', 'proven'],
    never: ['no-final-response', 'invite-no-response', 'trying-then-408'],
  }),
  row(1, 'trying-capture-ended-near-miss-ringing', 'incomplete-pending', {
    primary: ['no-final-response', 'info', 'possible'],
    beside: ENDS,
    never: ['trying-capture-ended', 'ringing-forever', 'ringing-no-answer'],
  }),
  row(1, 'trying-capture-ended-near-miss-slow-answer', 'answered', {
    primary: ['pdd-slow', 'warning', 'proven'],
    never: ['trying-capture-ended', 'late-trying'],
  }),
  ...['32s', 'kamailio-30s'].map((name) =>
    row(2, `trying-downstream-silent-${name}`, ['answered', 'failed-timeout'], {
      release: 'timer',
      primary: ['invite-no-response', 'error', 'proven'],
      causedBy: { 'trying-downstream-silent': 'invite-no-response' },
      never: [
        'trying-then-408',
        'resp-408-timeout',
        'retransmission-storm',
        'trying-not-forwarded',
      ],
    }),
  ),
  row(2, 'trying-downstream-silent-near-miss-third-copy', 'answered', {
    primary: ['late-trying', 'warning', 'proven'],
    causedBy: { 'retransmission-storm': 'late-trying' },
    never: ['trying-downstream-silent', 'invite-no-response'],
  }),
  row(3, 'trying-then-cancel-human-18s', 'cancelled-by-caller', {
    release: 'caller',
    primary: ['trying-then-cancel', 'warning', 'proven'],
    never: ['resp-487-terminated', 'ringing-no-answer'],
  }),
  row(3, 'trying-then-cancel-timer-30s', 'cancelled-by-caller', {
    release: 'timer',
    primary: ['trying-then-cancel', 'warning', 'proven'],
    never: ['resp-487-terminated', 'ringing-no-answer'],
  }),
  calm(3, 'trying-then-cancel-near-miss-ringing', 'cancelled-by-caller', [
    'trying-then-cancel',
    'ringing-no-answer',
  ]),
];

const races: readonly GoldenRow[] = [
  // 11 copies over 31.5 s and a BYE at 32 s: the callee's own timer, also where it does not say so.
  row(4, 'ack-missing-2xx', 'dropped', {
    release: 'callee',
    primary: ['ack-missing-2xx', 'error', 'proven'],
    causedBy: {
      'retransmission-storm': 'ack-missing-2xx',
      'call-dropped-32s': 'ack-missing-2xx',
    },
    never: ['ack-misrouted', 'bye-reason-abnormal', 'nat-private-contact'],
  }),
  row(4, 'ack-missing-2xx-reason', 'dropped', {
    release: 'callee',
    primary: ['ack-missing-2xx', 'error', 'proven'],
    causedBy: {
      'retransmission-storm': 'ack-missing-2xx',
      'call-dropped-32s': 'ack-missing-2xx',
      'bye-reason-abnormal': 'ack-missing-2xx',
    },
    never: ['ack-misrouted', 'session-timer-expiry'],
  }),
  calm(4, 'ack-missing-2xx-near-miss', 'answered', ['ack-missing-2xx', 'call-dropped-32s']),
  row(5, 'ack-private-contact', 'dropped', {
    release: 'callee',
    primary: ['nat-private-contact', 'error', 'likely'],
    causedBy: {
      'ack-misrouted': 'nat-private-contact',
      'call-dropped-32s': 'nat-private-contact',
    },
    never: ['ack-missing-2xx', 'ack-late', 'bye-unanswered'],
  }),
  calm(5, 'ack-private-contact-near-miss', 'answered', ['nat-private-contact', 'ack-misrouted']),
  // The 2xx was on its way; with ACK and BYE all is well, without BYE the callee talks to nobody.
  row(6, 'cancel-crosses-200-bye', 'answered', {
    release: 'caller',
    primary: ['cancel-200-race', 'info', 'proven'],
    never: ['cancel-no-487', 'early-bye', 'ack-missing-2xx'],
  }),
  row(6, 'cancel-crosses-200-no-bye', 'answered', {
    primary: ['cancel-200-race', 'error', 'proven'],
    beside: ENDS,
    never: ['cancel-no-487', 'ack-missing-2xx', 'dialog-zombie'],
  }),
  row(12, 'fork-486-and-200', 'answered', {
    primary: ['fork-loser-noise', 'info', 'proven'],
    never: ['resp-486-busy', 'fork-killed-by-6xx', 'multiple-2xx'],
  }),
  row(12, 'fork-killed-by-603', 'declined-user', {
    primary: ['fork-killed-by-6xx', 'warning', 'proven'],
    causedBy: { 'decline-human': 'fork-killed-by-6xx' },
    never: ['resp-487-terminated', 'trying-then-cancel', 'decline-device-policy'],
  }),
];

const REPEATS: RuleId[] = ['retransmission-storm', 'late-trying', 'ack-missing-2xx'];
const points = (behind: number): Uint8Array[] => {
  const { trace } = named('healthy-proxied');
  // Alice's side and Bob's side of the proxy; the second clock is late.
  const seenAt = (address: string): Trace =>
    only(
      trace,
      ({ from, to, callId }) => callId === '' || from.address === address || to.address === address,
    );
  return [toPcap(seenAt('192.0.2.10')), toPcap(shift(seenAt('192.0.2.20'), -behind))];
};

/** The call of two phones as one of them sees it: what comes from afar is 1 ms later and one router older. */
const atHost = (near: string, behind: number): Uint8Array => {
  const { trace } = named('healthy-direct');
  const sightings = trace.sightings.map((one) => {
    const away = one.from.address === near ? 0 : 1;
    return { ...one, time: one.time + away * 1000 - behind, ttl: one.ttl - away };
  });
  return toPcap({ ...trace, sightings });
};

const captures: readonly GoldenRow[] = [
  ...['span', 'vlan', 'router'].map((name) =>
    calm(7, `duplicates-${name}`, 'answered', REPEATS, { beside: TWICE }),
  ),
  row(7, 'retransmissions', 'answered', {
    primary: ['late-trying', 'warning', 'proven'],
    causedBy: { 'retransmission-storm': 'late-trying' },
    beside: { 'pdd-slow': 'warning' },
    never: ['capture-duplicate-packets', 'invite-no-response'],
  }),
  calm(8, 'two-points-80ms', 'answered', [...REPEATS, 'ack-late', 'early-bye'], { beside: TWICE }),
  row(8, 'two-points-80ms-busy', 'busy', {
    primary: ['resp-486-busy', 'info', 'likely'],
    beside: TWICE,
    never: [...REPEATS, 'ack-missing-non2xx', 'decline-human'],
  }),
  calm(8, 'two-points-near-miss', 'answered', [...REPEATS, 'capture-clock-skew'], {
    beside: TWICE,
  }),
  calm(
    8,
    'either side of a proxy, clocks 80 ms apart',
    'answered',
    [...REPEATS, 'trying-not-forwarded', 'ack-late', 'early-bye'],
    { files: () => points(80_000) },
  ),
  calm(8, 'the same packets at two hosts, clocks 80 ms apart', 'answered', REPEATS, {
    files: () => [atHost('192.0.2.10', 0), atHost('192.0.2.20', 80_000)],
    beside: { 'capture-clock-skew': 'warning', ...TWICE },
  }),
];

const refusals: readonly GoldenRow[] = [
  // Two 401 to credentials that fit their challenge, then 403.
  row(9, 'auth-loop-wrong-password', [], {
    primary: ['auth-loop-wrong-credentials', 'error', 'proven'],
    causedBy: {
      'auth-then-403': 'auth-loop-wrong-credentials',
      'register-failed': 'auth-loop-wrong-credentials',
    },
    never: ['auth-stale-loop', 'auth-no-retry', 'resp-403-policy'],
  }),
  calm(9, 'auth-chain-401-407', 'answered', ['auth-loop-wrong-credentials', 'auth-no-retry']),
  calm(9, 'auth-stale-once', [], ['auth-stale-loop', 'auth-loop-wrong-credentials']),
  ...(
    [
      ['sip', 'proven'],
      ['q850', 'proven'],
      // The Reason is what counts; a B2BUA wrote its own phrase.
      ['phrase-rewritten', 'proven'],
      ['version-missing', 'likely'],
      ['reason-missing', 'likely'],
    ] as const
  ).map(([form, confidence]) =>
    row(10, `603plus-${form}`, 'blocked-network', {
      release: 'network',
      primary: ['decline-analytics-603plus', 'warning', confidence],
      never: ['decline-human', 'decline-q850', 'decline-analytics-probable'],
    }),
  ),
  calm(10, '603plus-near-miss-486', 'busy', ['decline-analytics-603plus', 'decline-q850']),
  row(11, 'decline-human', 'declined-user', {
    release: 'callee',
    primary: ['decline-human', 'info', 'likely'],
    never: ['decline-device-policy', 'decline-pbx-default', 'decline-analytics-probable'],
  }),
  row(11, 'decline-pbx-default', 'declined-auto', {
    primary: ['decline-pbx-default', 'info', 'likely'],
    never: ['decline-human', 'decline-device-policy'],
  }),
  // No list of what would do comes with the 488: the offer itself tells.
  row(13, 'media-488-g729', 'failed-media', {
    release: 'callee',
    primary: ['codec-no-overlap', 'error', 'likely'],
    causedBy: { 'resp-488-media': 'codec-no-overlap' },
    never: ['srtp-mismatch', 'media-rejected'],
  }),
  calm(13, 'media-488-g729-near-miss', 'answered', ['codec-no-overlap', 'codec-changed-midcall']),
  row(13, 'media-savp-refused', 'failed-media', {
    release: 'callee',
    primary: ['srtp-mismatch', 'error', 'likely'],
    causedBy: { 'resp-488-media': 'srtp-mismatch' },
    never: ['codec-no-overlap', 'media-rejected'],
  }),
  calm(13, 'media-savp-near-miss', 'answered', ['srtp-mismatch']),
  row(13, 'media-t38-refused', 'answered', {
    primary: ['t38-failed', 'error', 'proven'],
    causedBy: { 'reinvite-failed': 't38-failed' },
    never: ['codec-no-overlap', 'resp-488-media', 'media-rejected'],
  }),
  calm(13, 'media-t38-near-miss', 'answered', ['t38-failed', 'codec-changed-midcall']),
];

const dialogs: readonly GoldenRow[] = [
  // 1800 s less 32 s after the answer, and the refresh of 900 s got no reply.
  row(14, 'session-refresh-lost', 'dropped', {
    release: 'callee',
    primary: ['noninvite-no-response', 'error', 'proven'],
    causedBy: { 'session-timer-expiry': 'noninvite-no-response' },
    never: ['session-timer-violations', 'retransmission-storm', 'dialog-zombie'],
  }),
  row(14, 'session-refresh-never', 'dropped', {
    release: 'callee',
    primary: ['session-timer-expiry', 'error', 'likely'],
    never: ['session-timer-violations', 'noninvite-no-response'],
  }),
  calm(14, 'session-refresh-near-miss', 'answered', ['session-timer-expiry']),
  row(16, 'merged-482-fails', 'failed-routing', {
    primary: ['resp-482-loop', 'error', 'proven'],
    never: ['via-loop-visible', 'resp-483-hops', 'resp-486-busy'],
  }),
  calm(16, 'merged-482', 'answered', ['resp-482-loop', 'via-loop-visible']),
  calm(16, 'spiral', 'answered', ['resp-482-loop', 'via-loop-visible', 'max-forwards-low']),
  row(16, 'loop-483', 'failed-routing', {
    primary: ['via-loop-visible', 'error', 'proven'],
    causedBy: { 'resp-483-hops': 'via-loop-visible' },
    never: ['resp-482-loop', 'max-forwards-low', 'branch-reused'],
  }),
  row(18, 'register-expired-at-call', 'unavailable', {
    primary: ['register-expired-at-call', 'error', 'proven'],
    causedBy: { 'resp-480-unavailable': 'register-expired-at-call' },
    // The call tells it; the registration need not tell the same once more.
    never: ['register-not-refreshed', 'register-flapping', 'register-failed'],
  }),
  row(18, 'register-expired-at-call-near-miss', 'busy', {
    primary: ['resp-486-busy', 'info', 'likely'],
    never: ['register-expired-at-call', 'register-not-refreshed'],
  }),
  row(19, 'transfer-503', 'answered', {
    primary: ['refer-failed', 'error', 'proven'],
    never: ['refer-call-lost', 'resp-503-overload', 'notify-481'],
  }),
  calm(19, 'transfer-near-miss', 'answered', ['refer-failed', 'refer-call-lost']),
  row(20, 'midcall-bye-481', 'incomplete-midcall', {
    primary: ['bye-481', 'info', 'likely'],
    beside: { 'capture-starts-midcall': 'info' },
    never: ['resp-481-state-lost', 'ack-missing-2xx', 'bye-unanswered', 'dialog-zombie'],
  }),
  row(20, 'midcall-near-miss-481', 'answered', {
    primary: ['bye-481', 'info', 'proven'],
    never: ['capture-starts-midcall', 'resp-481-state-lost'],
  }),
  calm(20, 'midcall-near-miss', 'answered', ['capture-starts-midcall', 'bye-481']),
];

const PAD = `X-Pad: ${'a'.repeat(1300)}`;
/** Frames 1 and 2 are the INVITE in two fragments. */
const LARGE = `
  alice -> proxy INVITE sip:+84901234567@example.com with sdp
    ${PAD}`;
const ANSWERED = `${LARGE}
  +5ms proxy -> alice 100
  +2s proxy -> alice 180
  +3s proxy -> alice 200 with sdp
  +10ms alice -> proxy ACK
  +20s alice -> proxy BYE
  +5ms proxy -> alice 200
  +40s capture ends`;
/** Another message of alice's host arrives whole (frames 1, 2): fragments pass the capture filter. */
const REPEATED = `
  alice -> proxy MESSAGE
    ${PAD}
  +5ms proxy -> alice 200
  @1s ${LARGE.trim()}
  retransmit A
  @60s capture ends`;
const split = (flow: string, lost: number[]) => () => [
  capture(flow, [], { fragments: { size: 1480 }, lost }),
];

const fragments: readonly GoldenRow[] = [
  calm(15, 'fragments that are all there', 'answered', ['ip-fragment-loss', 'udp-over-mtu'], {
    files: split(ANSWERED, []),
  }),
  // Without its tail there is no INVITE to judge: seven heads, no call.
  row(15, 'the tail is missing, seven times', [], {
    files: split(REPEATED, [5, 7, 9, 11, 13, 15, 17]),
    primary: null,
    beside: { 'ip-fragment-loss': 'error' },
    never: ['capture-packet-loss', 'invite-no-response', 'malformed-message'],
  }),
  row(15, 'a capture filter took the tail of a call that went well', 'incomplete-midcall', {
    files: split(ANSWERED, [2]),
    primary: null,
    beside: { 'ip-fragment-loss': 'info' },
    never: ['capture-starts-midcall', 'capture-packet-loss', 'malformed-message'],
  }),
];

const strangers: readonly GoldenRow[] = [
  // Told of the stranger, not of each call: twelve extensions in 24 s, then one number behind eight prefixes in 16 s.
  calm(17, 'scan-sweep', every(12, 'scan-or-attack'), ['auth-no-retry', 'resp-other'], {
    beside: { 'scanner-detected': 'warning' },
    causedBy: { 'extension-enumeration': 'scanner-detected' },
  }),
  calm(17, 'scan-prefix-hunt', every(8, 'scan-or-attack'), ['resp-404-number'], {
    beside: { 'scanner-detected': 'warning', 'toll-fraud-pattern': 'error' },
  }),
  row(17, 'scan-near-miss', 'failed-number', {
    release: 'network',
    primary: ['resp-404-number', 'error', 'proven'],
    never: ['resp-484-digits', 'auth-no-retry'],
  }),
];

export const GOLDEN_ROWS: readonly GoldenRow[] = [
  ...stuck,
  ...races,
  ...captures,
  ...refusals,
  ...dialogs,
  ...fragments,
  ...strangers,
];
