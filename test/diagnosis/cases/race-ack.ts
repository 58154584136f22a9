/** ACKs that are missing, late, lost or wrong. */
import { fires, type RuleCase, spares } from './case.ts';

const ALICE = '192.0.2.10:5060';
const BOB = '192.0.2.20:5060';
const PROXY = '198.51.100.1:5060';

/** Frames: INVITE 1, 100 2, 180 3, 200 4. */
const ANSWERED = `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp
  +20ms bob -> alice 100
  +80ms bob -> alice 180
  +4s bob -> alice 200 with sdp
`;

/** Frames: INVITE 1, 100 2, INVITE 3, 180 4 and 5, 200 of bob 6. `more`: what stands below it. */
const PROXIED = (more = ''): string => `
  alice -> proxy INVITE sip:1002@example.com with sdp
  +2ms proxy -> alice 100
  +1ms proxy -> bob INVITE sip:1002@192.0.2.20
  +80ms bob -> proxy 180
  +1ms proxy -> alice 180
  +4s bob -> proxy 200 with sdp
  ${more}
`;

const missing: RuleCase[] = [
  fires('ack-missing-2xx', 'eleven copies and a BYE at 32 s', 'ack-missing-2xx', {
    severity: 'error',
    confidence: 'proven',
    args: {
      node: BOB,
      peer: ALICE,
      copies: 11,
      elapsedUs: 31_500_000,
      gaveUp: true,
      heldBy: '',
      clock: { clock: 'ack-wait', gapUs: 32_000_000, from: 30, to: 36, holder: BOB },
    },
    frames: [1, 4, 15],
  }),
  fires('ack-missing-2xx', 'a BYE that says why', 'ack-missing-2xx-reason', {
    severity: 'error',
    confidence: 'proven',
    args: { gaveUp: true },
    frames: [1, 4, 15],
  }),
  fires(
    'ack-missing-2xx',
    'chan_sip with T1 of 100 ms, which gives up after 6.4 s',
    `
    ${ANSWERED}
    retransmit x6 T1 t1=100ms
    +6400ms bob -> alice BYE
    +5ms alice -> bob 200
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        copies: 7,
        gaveUp: true,
        clock: { clock: 'ack-wait', gapUs: 6_400_000, from: 6, to: 7.2, holder: BOB },
      },
      frames: [1, 4, 11],
    },
  ),
  fires(
    'ack-missing-2xx',
    'a capture that stops while the callee waits',
    `
    ${ANSWERED}
    retransmit x4 G
    +12s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { copies: 5, gaveUp: false, clock: null },
      frames: [1, 4],
    },
  ),
  fires(
    'ack-missing-2xx',
    'a caller who hangs up after ten seconds without a sound',
    `
    ${ANSWERED}
    retransmit x5 G
    +10s alice -> bob BYE
    +5ms bob -> alice 200
    +40s capture ends`,
    { severity: 'warning', confidence: 'proven', args: { gaveUp: false }, frames: [1, 4] },
  ),
  fires(
    'ack-missing-2xx',
    'a 2xx that the proxy keeps to itself while it rings',
    `
    ${PROXIED()}
    retransmit x10 G
    +32s bob -> proxy BYE
    +5ms proxy -> bob 481
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: BOB, peer: PROXY, heldBy: PROXY, gaveUp: true },
      frames: [3, 6, 17],
    },
  ),
  fires(
    'ack-missing-2xx',
    'a caller behind the proxy that the 2xx does not reach',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +2ms proxy -> alice 100
    +1ms proxy -> bob INVITE sip:1002@192.0.2.20
    +80ms bob -> proxy 180
    proxy -> alice 180
    +3s bob -> proxy 200 with sdp
    retransmit x10 G
    proxy -> alice 200
    retransmit x10 G
    +32s bob -> proxy BYE
    +5ms proxy -> bob 408
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: BOB, peer: PROXY, reached: ALICE, heldBy: '', gaveUp: true },
      frames: [3, 6, 7, 28],
    },
  ),
  fires(
    'ack-missing-2xx',
    'a 2xx after the ACK to a failure with the same tag',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +100ms bob -> alice 180 tag=b1
    +1s bob -> alice 486 tag=b1
    +1ms alice -> bob ACK
    +3s bob -> alice 200 for INVITE tag=b1 with sdp
    retransmit x10 G
    +60s capture ends`,
    { severity: 'error', confidence: 'proven', args: { copies: 11 }, frames: [1, 5] },
  ),
  fires(
    'ack-missing-2xx',
    'a private Contact seen from outside',
    `
    alice -> gw INVITE sip:+84901234567@203.0.113.9 with sdp
    +100ms gw -> alice 180
    +3s gw -> alice 200 with sdp
      Contact: <sip:gw@10.1.2.3:5060>
    retransmit x10 G
    +32s gw -> alice BYE
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { contact: 'gw@10.1.2.3:5060', privateContact: true },
      frames: [1, 3, 14],
    },
  ),
  fires(
    'ack-missing-2xx',
    'a re-INVITE that the callee sends',
    `
    ${ANSWERED}
    +10ms alice -> bob ACK
    +20s bob -> alice INVITE in-dialog with sdp(sendonly)
    +20ms alice -> bob 200 with sdp
    retransmit x10 G
    +32s alice -> bob BYE
    +5ms bob -> alice 200
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: ALICE, copies: 11, gaveUp: true },
      frames: [6, 7, 18],
    },
  ),
  spares('ack-missing-2xx', 'a call that really lasted 32 s', 'ack-missing-2xx-near-miss'),
  spares(
    'ack-missing-2xx',
    'an ACK after the fourth copy',
    `${ANSWERED} retransmit x4 G\n +8s alice -> bob ACK\n +20s alice -> bob BYE\n +5ms bob -> alice 200`,
  ),
  spares(
    'ack-missing-2xx',
    'one copy, however late',
    `${ANSWERED} retransmit at 4s\n +60s capture ends`,
  ),
  spares(
    'ack-missing-2xx',
    'three copies at once',
    `${ANSWERED} retransmit x2 T1 t1=100ms\n +60s capture ends`,
  ),
  spares(
    'ack-missing-2xx',
    'a BYE after 32 s, and nothing was repeated',
    `${ANSWERED} +32s bob -> alice BYE\n +5ms alice -> bob 200\n +40s capture ends`,
  ),
  spares(
    'ack-missing-2xx',
    'two copies, then the ACK',
    `${ANSWERED} retransmit x2 G\n +1800ms alice -> bob ACK\n +20s alice -> bob BYE\n +5ms bob -> alice 200`,
  ),
  spares(
    'ack-missing-2xx',
    'a capture that has nothing of the caller after the INVITE, nor any copy',
    `${ANSWERED} +40s capture ends`,
  ),
];

const misrouted: RuleCase[] = [
  fires(
    'ack-misrouted',
    'a proxy that swallows the ACK',
    `
    ${PROXIED('retransmit x10 G')}
    +1ms proxy -> alice 200
    +10ms alice -> proxy ACK
    +32s bob -> proxy BYE
    +5ms proxy -> bob 200
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'not-forwarded', node: BOB, sentTo: PROXY, gaveUp: true },
      frames: [7, 8, 18, 19],
    },
  ),
  fires(
    'ack-misrouted',
    'an ACK that goes where the private Contact points',
    `
    inner = 10.1.2.3:5060
    alice -> gw INVITE sip:+84901234567@203.0.113.9 with sdp
    +100ms gw -> alice 180
    +3s gw -> alice 200 with sdp
      Contact: <sip:gw@10.1.2.3:5060>
    retransmit x10 G
    +10ms alice -> inner ACK
    +32s gw -> alice BYE
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        how: 'contact',
        sentTo: '10.1.2.3:5060',
        found: 'gw@10.1.2.3:5060',
        expected: '203.0.113.9:5060',
        copies: 10,
        gaveUp: true,
      },
      frames: [3, 4, 14, 15],
    },
  ),
  fires(
    'ack-misrouted',
    'a Request-URI that is not the Contact',
    `
    ${ANSWERED}
    retransmit x10 G
    +10ms alice -> bob ACK sip:1002@example.com
    +32s bob -> alice BYE
    +5ms alice -> bob 200
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        how: 'request-uri',
        found: '1002@example.com:5060',
        expected: '1002@192.0.2.20:5060',
        gaveUp: true,
      },
      frames: [4, 5, 15, 16],
    },
  ),
  fires(
    'ack-misrouted',
    'a route set that was lost',
    `
    ${PROXIED('retransmit x10 G')}
    +1ms proxy -> alice 200
    retransmit x10 G
    +10ms alice -> bob ACK
      -Route
    +32s bob -> proxy BYE
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'route', found: '', expected: '198.51.100.1:5060', copies: 10 },
      frames: [7, 8, 27, 29],
    },
  ),
  fires(
    'ack-misrouted',
    'an ACK in order that does not arrive, on a call that goes on',
    `
    ${ANSWERED}
    retransmit x4 G
    +10ms alice -> bob ACK
    +60s alice -> bob BYE
    +5ms bob -> alice 200`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { how: 'unheeded', copies: 4, elapsedUs: 7_490_000, gaveUp: false },
      frames: [4, 5, 9],
    },
  ),
  spares(
    'ack-misrouted',
    'one copy that crossed the ACK',
    `${ANSWERED} retransmit x1 G\n +490ms alice -> bob ACK\n +20s alice -> bob BYE\n +5ms bob -> alice 200`,
  ),
  spares(
    'ack-misrouted',
    'one copy long after',
    `${ANSWERED} retransmit at 2s\n +490ms alice -> bob ACK\n +20s alice -> bob BYE\n +5ms bob -> alice 200`,
  ),
  spares(
    'ack-misrouted',
    'two copies soon after',
    `${ANSWERED} retransmit at 500ms 900ms\n +10ms alice -> bob ACK\n +20s alice -> bob BYE\n +5ms bob -> alice 200`,
  ),
];

const others: RuleCase[] = [
  fires(
    'ack-missing-non2xx',
    'a 486 that nobody confirms',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +20ms bob -> alice 486
    retransmit x10 G
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { code: 486, node: BOB, peer: ALICE, copies: 11, elapsedUs: 31_500_000 },
      frames: [2],
    },
  ),
  spares(
    'ack-missing-non2xx',
    'a scanner',
    `
    scan = 192.0.2.99 "friendly-scanner"
    scan -> proxy INVITE sip:100@198.51.100.1
    +5ms proxy -> scan 404
    retransmit x10 G
    +40s capture ends`,
  ),
  spares(
    'ack-missing-non2xx',
    'an ACK that was lost once',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +20ms bob -> alice 486
    retransmit x3 G
    +4s alice -> bob ACK
    +40s capture ends`,
  ),
  fires(
    'ack-late',
    'the third copy is acknowledged',
    `${ANSWERED} retransmit x2 G\n +1800ms alice -> bob ACK\n +20s alice -> bob BYE\n +5ms bob -> alice 200`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { sender: ALICE, delayUs: 1_800_000, copies: 3 },
      frames: [4, 7],
    },
  ),
  spares(
    'ack-late',
    'the second copy is acknowledged',
    `${ANSWERED} retransmit x1 G\n +600ms alice -> bob ACK\n +20s alice -> bob BYE\n +5ms bob -> alice 200`,
  ),
  spares(
    'ack-late',
    'a copy that only comes after it',
    `${ANSWERED} retransmit at 3s\n +2s alice -> bob ACK\n +20s alice -> bob BYE\n +5ms bob -> alice 200`,
  ),
  fires(
    'ack-cseq-or-branch-wrong',
    'a CSeq number of no INVITE',
    `
    ${ANSWERED}
    retransmit x10 G
    +10ms alice -> bob ACK
      CSeq: 7 ACK
    +32s bob -> alice BYE
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'cseq', sender: ALICE, node: BOB, found: '7', expected: '1' },
      frames: [4, 5],
    },
  ),
  fires(
    'ack-cseq-or-branch-wrong',
    'the branch of the INVITE on the ACK to a 2xx that goes on',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp branch=z9hG4bKsame
    +20ms bob -> alice 200 with sdp
    retransmit x10 G
    +10ms alice -> bob ACK
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKsame;rport
    +32s bob -> alice BYE
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'branch-of-invite', found: 'z9hG4bKsame' },
      frames: [2, 3],
    },
  ),
  fires(
    'ack-cseq-or-branch-wrong',
    'another branch on the ACK to a refusal',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp branch=z9hG4bKfirst
    +20ms bob -> alice 486
    retransmit x10 G
    +10ms alice -> bob ACK
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKother;rport
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'other-branch', found: 'z9hG4bKother', expected: 'z9hG4bKfirst', copies: 10 },
      frames: [2, 3],
    },
  ),
  spares(
    'ack-cseq-or-branch-wrong',
    'the branch of the INVITE, and the callee is content',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp branch=z9hG4bKsame
    +20ms bob -> alice 200 with sdp
    +10ms alice -> bob ACK
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKsame;rport
    +32s alice -> bob BYE
    +5ms bob -> alice 200`,
  ),
  spares(
    'ack-cseq-or-branch-wrong',
    'the same after a copy that crossed it',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp branch=z9hG4bKsame
    +20ms bob -> alice 200 with sdp
    retransmit x1 G
    +600ms alice -> bob ACK
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKsame;rport
    +32s alice -> bob BYE
    +5ms bob -> alice 200`,
  ),
  fires('call-dropped-32s', 'eleven copies and a BYE at 32 s', 'ack-missing-2xx', {
    severity: 'error',
    confidence: 'likely',
    args: { node: BOB, copies: 11, afterUs: 32_000_000, reason: '' },
    frames: [4, 15],
  }),
  fires('call-dropped-32s', 'a BYE that says why', 'ack-missing-2xx-reason', {
    severity: 'error',
    confidence: 'proven',
    args: { reason: 'ACK Timeout' },
    frames: [4, 15],
  }),
  spares(
    'call-dropped-32s',
    'a caller who hangs up at that time',
    `${ANSWERED} retransmit x10 G\n +32s alice -> bob BYE\n +5ms bob -> alice 200\n +40s capture ends`,
  ),
  spares(
    'call-dropped-32s',
    'a BYE after 32 s with another Reason, and nothing was repeated',
    `${ANSWERED} +32s bob -> alice BYE\n Reason: Q.850;cause=16\n +5ms alice -> bob 200\n +40s capture ends`,
  ),
  spares('call-dropped-32s', 'a call that really lasted 32 s', 'ack-missing-2xx-near-miss'),
];

export const ackCases: readonly RuleCase[] = [...missing, ...misrouted, ...others];
