/** Set-ups that got nothing but 100 Trying: exactly one of six rules says why. */
import { fires, type RuleCase, spares } from './case.ts';

const PROXY = '198.51.100.1:5060';
const GATEWAY = '203.0.113.9:5060';
const PBX = '198.51.100.20:5060';

/** The INVITE that the proxy takes with a 100, 5 ms later. */
const TAKEN = `
  alice -> proxy INVITE sip:+84901234567@example.com with sdp
  +5ms proxy -> alice 100
`;
/** … and that the trunk takes with a 100 as well. */
const HELD = `
  ${TAKEN}
  +3ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
  +4ms gw -> proxy 100
`;
const CANCEL = `
  alice -> proxy CANCEL
  +2ms proxy -> alice 200
  +1ms proxy -> alice 487 local
  +2ms alice -> proxy ACK
  +40s capture ends
`;

const pending: RuleCase[] = [
  fires(
    'trying-capture-ended',
    '5 s of silence: pending, not yet stuck',
    'trying-capture-ended-5s',
    {
      severity: 'info',
      confidence: 'possible',
      status: 'inconclusive',
      args: { elapsedUs: 5_000_000, node: PROXY },
      frames: [1, 2],
    },
  ),
  fires('trying-capture-ended', '12 s of silence', `${TAKEN} @12s capture ends`, {
    severity: 'warning',
    confidence: 'proven',
    args: { elapsedUs: 12_000_000 },
    frames: [1, 2],
  }),
  fires('trying-capture-ended', '40 s of silence', 'trying-capture-ended-40s', {
    severity: 'error',
    confidence: 'proven',
    args: { elapsedUs: 40_000_000, node: PROXY },
    frames: [1, 2],
  }),
  fires('trying-capture-ended', 'the trunk holding it, two hops on', `${HELD} @50s capture ends`, {
    severity: 'error',
    confidence: 'proven',
    args: { node: GATEWAY },
    frames: [1, 4],
  }),
  fires(
    'trying-capture-ended',
    'another limit set by hand',
    'trying-capture-ended-5s',
    {
      severity: 'warning',
      confidence: 'proven',
      args: { elapsedUs: 5_000_000 },
      frames: [1, 2],
    },
    { 'pdd.high': 4 },
  ),
  spares('trying-capture-ended', 'a phone that rings', 'trying-capture-ended-near-miss-ringing'),
  spares('trying-capture-ended', 'a slow answer', 'trying-capture-ended-near-miss-slow-answer'),
  spares('trying-capture-ended', 'a silent next hop', 'trying-downstream-silent-pending'),
  spares(
    'trying-capture-ended',
    'a refusal that was not captured, but acknowledged',
    `${TAKEN} +5s proxy -> alice 486 unseen\n +2ms alice -> proxy ACK\n @40s capture ends`,
  ),
  spares(
    'trying-downstream-silent',
    'a leg whose refusal was not captured, but acknowledged',
    `${TAKEN}
    +3ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    retransmit x6 A
    +32s gw -> proxy 486 unseen
    +1ms proxy -> gw ACK
    @50s capture ends`,
  ),
  spares('trying-capture-ended', 'a cancelled call', 'trying-then-cancel-human-18s'),
];

const pendingBeyond: RuleCase[] = [
  fires(
    'trying-capture-ended',
    'the second trunk holding it after the first was dead',
    `
    gw2 = 203.0.113.10 server "TrunkGW/7.2"
    ${TAKEN}
    +3ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    retransmit x3 A
    +5s proxy -> gw2 INVITE sip:+84901234567@203.0.113.10
    +10ms gw2 -> proxy 100
    @50s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: '203.0.113.10:5060' },
      frames: [1, 8],
    },
  ),
  fires(
    'trying-capture-ended',
    'one INVITE over a link whose other direction was never seen',
    `
    ${TAKEN}
    +3ms proxy -> gw INVITE sip:+84901234567@203.0.113.9 over tcp
    @50s capture ends`,
    { severity: 'error', confidence: 'proven', args: { node: PROXY }, frames: [1, 2] },
  ),
  fires(
    'trying-capture-ended',
    'a PBX whose only leg to that number left late: it may be another call',
    `
    alice -> pbx INVITE sip:+84901234567@example.com with sdp
    +5ms pbx -> alice 100
    +5s pbx -> gw INVITE sip:+84901234567@203.0.113.9 new
    +4ms gw -> pbx 100
    @50s capture ends`,
    { severity: 'error', confidence: 'proven', args: { node: PBX }, frames: [1, 2] },
  ),
];

const failed: RuleCase[] = [
  ...(
    [
      [30, 'transaction-timeout'],
      [32, 'transaction-timeout'],
      [120, 'provisional-then-stall'],
      [185, 'timer-c'],
    ] as const
  ).map(([seconds, clock]) =>
    fires('trying-then-408', `a 408 after ${seconds} s`, `trying-then-408-${seconds}s`, {
      severity: 'error',
      confidence: 'proven',
      args: {
        elapsedUs: seconds * 1e6,
        node: PROXY,
        code: 408,
        clock,
        producer: 'kamailio (5.8.1 (x86_64/linux))',
      },
      frames: [1, 2, 3],
    }),
  ),
  fires(
    'trying-then-408',
    'a 480 after 20 s, which is no known timer',
    `${TAKEN} @20s proxy -> alice 480\n alice -> proxy ACK\n +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { code: 480, clock: 'none' },
      frames: [1, 2, 3],
    },
  ),
  fires(
    'trying-then-408',
    'a failure that the trunk made',
    `
    ${HELD}
    @32s gw -> proxy 408
    +1ms proxy -> gw ACK
    +1ms proxy -> alice 408
    +1ms alice -> proxy ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: GATEWAY, clock: 'transaction-timeout', producer: 'TrunkGW/7.2' },
      frames: [1, 4, 7],
    },
  ),
  fires(
    'trying-then-408',
    'a fail-over timer, with the limit lowered',
    `${TAKEN} @5s proxy -> alice 408\n alice -> proxy ACK\n +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { clock: 'short-failover' },
      frames: [1, 2, 3],
    },
    { 'trying.stuck': 4 },
  ),
  spares('trying-then-408', 'a 408 after 2 s', 'trying-then-408-near-miss-quick'),
  spares('trying-then-408', 'a 408 after ringing', 'trying-then-408-near-miss-ringing'),
  spares(
    'trying-then-408',
    'a number that does not exist, said after 12 s',
    `${TAKEN} @12s proxy -> alice 404\n alice -> proxy ACK\n +40s capture ends`,
  ),
  spares(
    'trying-then-408',
    'a 480 whose Reason says that it rang',
    `${TAKEN} @20s proxy -> alice 480\n Reason: Q.850;cause=19\n alice -> proxy ACK\n +40s capture ends`,
  ),
];

const cancelled: RuleCase[] = [
  fires('trying-then-cancel', 'a person after 18 s', 'trying-then-cancel-human-18s', {
    severity: 'warning',
    confidence: 'proven',
    args: { elapsedUs: 18_400_000, node: PROXY, canceller: '192.0.2.10:5060', timerSeconds: null },
    frames: [1, 2, 3],
  }),
  fires('trying-then-cancel', 'the timer of an SBC at 30 s', 'trying-then-cancel-timer-30s', {
    severity: 'warning',
    confidence: 'proven',
    args: { canceller: '198.51.100.40:5060', timerSeconds: 30 },
    frames: [1, 2, 3],
  }),
  fires(
    'trying-then-cancel',
    'a phone at 30.0 s, which is a coincidence',
    `${TAKEN} @30s ${CANCEL.trim()}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { timerSeconds: null },
      frames: [1, 2, 3],
    },
  ),
  fires(
    'trying-then-cancel',
    'a caller who changed their mind',
    `${TAKEN} @1.2s ${CANCEL.trim()}`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { elapsedUs: 1_200_000 },
      frames: [1, 2, 3],
    },
  ),
  fires(
    'trying-then-cancel',
    'a trunk that was ringing for too short a time to be relayed',
    `
    ${HELD}
    @9.8s gw -> proxy 180
    @10.2s ${CANCEL.trim()}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { node: GATEWAY },
      frames: [1, 4, 6],
    },
  ),
  fires(
    'trying-then-cancel',
    'a CANCEL with a branch of its own, which worked',
    `${TAKEN}
    @12s alice -> proxy CANCEL
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKown
    +2ms proxy -> alice 200
    +1ms proxy -> alice 487 for INVITE
    +2ms alice -> proxy ACK
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { elapsedUs: 12_000_000, canceller: '192.0.2.10:5060' },
      frames: [1, 2, 3],
    },
  ),
  spares(
    'trying-then-cancel',
    'a CANCEL with a branch of its own, which did not',
    `${TAKEN}
    @12s alice -> proxy CANCEL
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKown
    +2ms proxy -> alice 481
    @32s proxy -> alice 408 for INVITE
    +2ms alice -> proxy ACK
    +40s capture ends`,
  ),
  spares('trying-then-cancel', 'a call that was ringing', 'trying-then-cancel-near-miss-ringing'),
  spares(
    'trying-then-cancel',
    'a call that another device took',
    `
    ${TAKEN}
    +9s alice -> proxy CANCEL
      Reason: SIP;cause=200;text="Call completed elsewhere"
    +2ms proxy -> alice 200
    +1ms proxy -> alice 487
    +2ms alice -> proxy ACK
    +40s capture ends`,
  ),
];

/** The other leg of a B2BUA: a Call-ID of its own, to the same number. */
const legTo = (rest: string): string => `
  alice -> pbx INVITE sip:+84901234567@example.com with sdp
  +5ms pbx -> alice 100
  +40ms pbx -> gw INVITE sip:+84901234567@203.0.113.9 new
  ${rest}
`;

const silent: RuleCase[] = [
  fires(
    'trying-downstream-silent',
    'seven copies to a silent trunk',
    'trying-downstream-silent-32s',
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: PROXY, silent: GATEWAY, copies: 7, elapsedUs: 31_500_000 },
      frames: [15, 16, 17],
    },
  ),
  fires(
    'trying-downstream-silent',
    'Kamailio, which gives up after 30 s',
    'trying-downstream-silent-kamailio-30s',
    {
      severity: 'error',
      confidence: 'proven',
      args: { copies: 6, elapsedUs: 15_500_000 },
      frames: [15, 16, 17],
    },
  ),
  fires(
    'trying-downstream-silent',
    'a trunk that nobody has given up on',
    'trying-downstream-silent-pending',
    {
      severity: 'error',
      confidence: 'proven',
      args: { silent: GATEWAY },
      frames: [15, 16, 17],
    },
  ),
  fires(
    'trying-downstream-silent',
    'a trunk whose direction was never seen',
    `
    ${TAKEN}
    +3ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    retransmit x6 A
    +32s proxy -> alice 408
    +2ms alice -> proxy ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { node: PROXY, silent: GATEWAY, copies: 7 },
      frames: [1, 2, 3],
    },
  ),
  fires(
    'trying-downstream-silent',
    'the other leg of a PBX',
    legTo(`
    retransmit x6 A
    +32s pbx -> alice 408
    +2ms alice -> pbx ACK
    +40s capture ends`),
    {
      severity: 'error',
      confidence: 'likely',
      args: { node: PBX, silent: GATEWAY, copies: 7 },
      frames: [1, 2, 3],
    },
  ),
  spares(
    'trying-downstream-silent',
    'a trunk that answers the third copy',
    'trying-downstream-silent-near-miss-third-copy',
  ),
  spares(
    'trying-downstream-silent',
    'a caller who gives up after the second copy',
    `
    gw -> proxy OPTIONS
    +2ms proxy -> gw 200
    ${TAKEN}
    +3ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    retransmit x1 A
    +900ms ${CANCEL.trim()}`,
  ),
  spares(
    'trying-downstream-silent',
    'a trunk whose answer has a damaged Via',
    `
    ${TAKEN}
    +3ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    retransmit x6 A
    +20ms gw -> proxy 486
      Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bKdamaged
    @32s proxy -> alice 408
    +2ms alice -> proxy ACK
    +40s capture ends`,
  ),
  spares('trying-downstream-silent', 'a trunk that holds the call', `${HELD} @50s capture ends`),
];

const notRelayed: RuleCase[] = [
  fires(
    'trying-downstream-answered-not-relayed',
    'ringing kept back',
    'trying-downstream-answered-not-relayed-180',
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: PROXY, peer: GATEWAY, code: 180, phrase: 'Ringing', waitedUs: 23_288_000 },
      frames: [1, 2, 3, 5],
    },
  ),
  fires(
    'trying-downstream-answered-not-relayed',
    'a refusal kept back',
    'trying-downstream-answered-not-relayed-503',
    {
      severity: 'error',
      confidence: 'proven',
      args: { code: 503 },
      frames: [1, 2, 3, 5],
    },
  ),
  fires(
    'trying-downstream-answered-not-relayed',
    'a PBX that keeps its other leg to itself',
    legTo(`
    +4ms gw -> pbx 100
    +2s gw -> pbx 200 with sdp
    +5ms pbx -> gw ACK
    +60s capture ends`),
    {
      severity: 'error',
      confidence: 'likely',
      args: { node: PBX, peer: GATEWAY, code: 200 },
      frames: [1, 2, 3, 5],
    },
  ),
  fires(
    'trying-downstream-answered-not-relayed',
    'one phone of two',
    `
    ${TAKEN}
    +3ms proxy -> bob INVITE sip:1002@192.0.2.20
    +1ms proxy -> carol INVITE sip:1002@192.0.2.30
    +10ms bob -> proxy 100
    +1ms carol -> proxy 100
    +2s bob -> proxy 200 with sdp
    @50s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: PROXY, peer: '192.0.2.20:5060', code: 200 },
      frames: [1, 2, 3, 7],
    },
  ),
  spares(
    'trying-downstream-answered-not-relayed',
    'ringing passed on after 300 ms',
    'trying-downstream-answered-not-relayed-near-miss-300ms',
  ),
  spares(
    'trying-downstream-answered-not-relayed',
    'a 180 just before the capture stops',
    `${HELD} +2s gw -> proxy 180\n +1500ms capture ends`,
  ),
  spares(
    'trying-downstream-answered-not-relayed',
    'a 487 that follows the CANCEL',
    `
    ${HELD}
    @20s alice -> proxy CANCEL
    +2ms proxy -> alice 200
    +1ms proxy -> gw CANCEL
    +4ms gw -> proxy 200
    +1ms gw -> proxy 487
    +1ms proxy -> gw ACK
    +40s capture ends`,
  ),
  spares(
    'trying-downstream-answered-not-relayed',
    'a 503 after which the next trunk is tried',
    `
    gw2 = 203.0.113.10 server "TrunkGW/7.2"
    ${HELD}
    +500ms gw -> proxy 503
    +1ms proxy -> gw ACK
    +5ms proxy -> gw2 INVITE sip:+84901234567@203.0.113.10
    +4ms gw2 -> proxy 100
    @40s capture ends`,
  ),
];

const OTHER_CALL = `
  call other @0s {
    carol -> proxy INVITE sip:+84283555000@example.com with sdp
    +2ms proxy -> carol 100
    +1ms proxy -> gw INVITE
    +200ms gw -> proxy 486
    +1ms proxy -> gw ACK
    +1ms proxy -> carol 486
    +1ms carol -> proxy ACK
  }
`;

const notForwarded: RuleCase[] = [
  fires(
    'trying-not-forwarded',
    'a call that does not leave while others do',
    'trying-not-forwarded',
    {
      severity: 'error',
      confidence: 'likely',
      args: { node: PROXY, elapsedUs: 21_695_000, otherCalls: 2 },
      frames: [15, 16],
    },
  ),
  fires(
    'trying-not-forwarded',
    'the same when the capture stops',
    `
    ${OTHER_CALL}
    call stuck @5s {
      ${TAKEN}
    }
    @45s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { otherCalls: 1 },
      frames: [8, 9],
    },
  ),
  spares(
    'trying-not-forwarded',
    'a node whose far side was never seen',
    'trying-not-forwarded-near-miss-egress-unseen',
  ),
  spares(
    'trying-not-forwarded',
    'an INVITE that leaves after 1.5 s',
    'trying-not-forwarded-near-miss-late',
  ),
  spares(
    'trying-not-forwarded',
    'a phone, which has nobody to forward to',
    `
    call earlier @0s {
      bob -> alice INVITE sip:1001@192.0.2.10 with sdp
      +5ms alice -> bob 486
      +1ms bob -> alice ACK
    }
    call stuck @5s {
      alice -> bob INVITE sip:1002@192.0.2.20 with sdp
      +5ms bob -> alice 100
    }
    @45s capture ends`,
  ),
  spares(
    'trying-not-forwarded',
    'a leg that leaves a PBX after 5 s',
    `
    call other @0s {
      pbx -> gw INVITE sip:+84283555000@203.0.113.9 with sdp
      +5ms gw -> pbx 486
      +1ms pbx -> gw ACK
    }
    call stuck @5s {
      alice -> pbx INVITE sip:+84901234567@example.com with sdp
      +5ms pbx -> alice 100
      +5s pbx -> gw INVITE sip:+84901234567@203.0.113.9 new
      +4ms gw -> pbx 100
    }
    @45s capture ends`,
  ),
];

export const stuckCases: readonly RuleCase[] = [
  ...pending,
  ...pendingBeyond,
  ...failed,
  ...cancelled,
  ...silent,
  ...notRelayed,
  ...notForwarded,
];
