/** What names transactions and dialogs. */
import { fires, type RuleCase, spares } from './case.ts';
import { direct, relayed } from './dialog-flows.ts';

const ALICE = '192.0.2.10:5060';
const BOB = '192.0.2.20:5060';
const PROXY = '198.51.100.1:5060';

export const dialogIdCases: readonly RuleCase[] = [
  fires(
    'branch-reused',
    'credentials under the branch of the first try',
    `alice -> proxy INVITE sip:1002@example.com branch=z9hG4bKsame with sdp
    +2ms proxy -> alice 401
    +2ms alice -> proxy ACK
    +5ms alice -> proxy INVITE sip:1002@example.com branch=z9hG4bKsame with sdp with auth
    retransmit x6 A
    @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: {
        sender: ALICE,
        node: PROXY,
        branch: 'z9hG4bKsame',
        first: '1 INVITE',
        second: '2 INVITE',
        code: 0,
      },
      frames: [1, 4],
    },
  ),
  spares(
    'branch-reused',
    'credentials under a branch of their own',
    `alice -> proxy INVITE sip:1002@example.com with sdp
    +2ms proxy -> alice 401
    +2ms alice -> proxy ACK
    +5ms alice -> proxy INVITE sip:1002@example.com with sdp with auth
    retransmit x6 A
    @60s capture ends`,
  ),
  spares(
    'branch-reused',
    'a CANCEL, which has to share it',
    `alice -> proxy INVITE sip:1002@example.com with sdp
    +2ms proxy -> alice 180
    +2s alice -> proxy CANCEL
    +5ms proxy -> alice 500 for CANCEL
    +5ms proxy -> alice 487 for INVITE
    +2ms alice -> proxy ACK
    +40s capture ends`,
  ),
  fires(
    'call-id-reused',
    'a device with the same start value',
    `alice -> proxy INVITE sip:1002@example.com with sdp
      Call-ID: same@192.0.2.10
    +2ms proxy -> alice 486
    +2ms alice -> proxy ACK
      Call-ID: same@192.0.2.10
    +60s alice -> proxy INVITE sip:1003@example.com new with sdp
      Call-ID: same@192.0.2.10
    +2ms proxy -> alice 486
    +2ms alice -> proxy ACK
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { sender: ALICE, how: 'other-tag', callId: 'same@192.0.2.10', overlapping: false },
      frames: [1, 4],
    },
  ),
  spares(
    'call-id-reused',
    'credentials',
    `alice -> proxy INVITE sip:1002@example.com with sdp
    +2ms proxy -> alice 401
    +2ms alice -> proxy ACK
    +5s alice -> proxy INVITE sip:1002@example.com with sdp with auth
    +2ms proxy -> alice 486
    +2ms alice -> proxy ACK
    +40s capture ends`,
  ),
  spares(
    'call-id-reused',
    'the next target of a hunt',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +2s bob -> alice 486
    +2ms alice -> bob ACK
    +5s alice -> carol INVITE sip:1003@192.0.2.30 with sdp
    +2s carol -> alice 486
    +2ms alice -> carol ACK
    +40s capture ends`,
  ),
  fires(
    'cseq-out-of-order',
    'a hang-up with the number of the INVITE',
    `${direct}
    +20s alice -> bob BYE cseq=1
    +2ms bob -> alice 500
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { sender: ALICE, node: BOB, method: 'BYE', cseq: 1, before: 1, code: 500 },
      frames: [1, 5, 6],
    },
  ),
  spares(
    'cseq-out-of-order',
    'a refusal for another reason',
    `${direct}
    +20s alice -> bob BYE
    +2ms bob -> alice 500
    +40s capture ends`,
  ),
  spares(
    'cseq-out-of-order',
    'the same request one hop later',
    `${relayed}
    +20s alice -> proxy BYE
    proxy -> bob BYE
    +2ms bob -> proxy 500
    proxy -> alice 500
    +40s capture ends`,
  ),
  spares(
    'cseq-out-of-order',
    'the other side, which counts for itself',
    `${direct}
    +20s bob -> alice BYE cseq=1
    +2ms alice -> bob 500
    +40s capture ends`,
  ),
  fires(
    'tag-problems',
    'an answer without To tag',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +2s bob -> alice 200 with sdp
      To: <sip:1002@192.0.2.20>
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { how: 'no-to-tag', node: BOB, code: 200 },
      frames: [2],
    },
  ),
  fires(
    'tag-problems',
    'an INVITE without From tag',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
      From: <sip:1001@example.com>
    +2ms bob -> alice 400
    +10ms alice -> bob ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'no-from-tag', node: ALICE, code: 400 },
      frames: [1, 2],
    },
  ),
  spares(
    'tag-problems',
    'a log that writes the answer down before it has its tag',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
      From: <sip:1001@example.com>;tag=x
      Call-ID: no-tag@192.0.2.10
    +2s bob -> alice 200 with sdp
      To: <sip:1002@192.0.2.20>
    +10ms alice -> bob raw
      | ACK sip:1002@192.0.2.20 SIP/2.0
      | Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKacknow
      | From: <sip:1001@example.com>;tag=x
      | To: <sip:1002@192.0.2.20>;tag=late
      | Call-ID: no-tag@192.0.2.10
      | CSeq: 1 ACK
      | Content-Length: 0
      |
    +40s capture ends`,
  ),
  spares(
    'tag-problems',
    'a 400 for another reason',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +2ms bob -> alice 400
    +10ms alice -> bob ACK
    +40s capture ends`,
  ),
  fires(
    'via-stack-broken',
    'a response under a branch that nobody used',
    `alice -> proxy INVITE sip:1002@example.com with sdp
    retransmit x6 A
    +300ms proxy -> alice 180
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKother
    @60s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'top', node: PROXY, receiver: ALICE, code: 180, copies: 6 },
      frames: [1, 2],
    },
  ),
  fires(
    'via-stack-broken',
    'a proxy that does not take its own Via off',
    `alice -> proxy INVITE sip:1002@example.com with sdp
    retransmit x6 A
    +300ms proxy -> alice 180
      +Via: SIP/2.0/UDP 203.0.113.9;branch=z9hG4bKother
    @60s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { how: 'count', found: '2', expected: '1', copies: 6 },
      frames: [1, 2],
    },
  ),
  spares(
    'via-stack-broken',
    'a response that is right, and then one that is not',
    `alice -> proxy INVITE sip:1002@example.com with sdp
    retransmit x6 A
    +300ms proxy -> alice 100
    +1ms proxy -> alice 180
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKother
    @60s capture ends`,
  ),
  spares(
    'via-stack-broken',
    'a slow response that is right',
    `alice -> proxy INVITE sip:1002@example.com with sdp
    retransmit x6 A
    +300ms proxy -> alice 180
    @60s capture ends`,
  ),
  fires('via-loop-visible', 'two servers that send the call to each other', 'loop-483', {
    severity: 'error',
    confidence: 'proven',
    args: { node: '198.51.100.12:5060', passes: 2, sameUri: true, code: 483 },
    // The INVITE that had been round twice, and what the caller got.
    frames: [9, 18],
  }),
  spares('via-loop-visible', 'a spiral that ends well', 'spiral'),
  spares(
    'via-loop-visible',
    'a forwarding whose target is busy',
    `alice -> proxy INVITE sip:1002@example.com with sdp
    +1ms proxy -> sbc INVITE
    +1ms sbc -> proxy INVITE sip:1003@example.com
    +1ms proxy -> carol INVITE sip:1003@192.0.2.30
    +90ms carol -> proxy 486
    proxy -> carol ACK
    proxy -> sbc 486
    sbc -> proxy ACK
    sbc -> proxy 486
    proxy -> sbc ACK
    proxy -> alice 486
    alice -> proxy ACK
    +40s capture ends`,
  ),
  fires(
    'max-breadth-or-fork-bomb',
    'a refusal to fork further',
    `alice -> proxy INVITE sip:1002@example.com with sdp
    +2ms proxy -> bob INVITE sip:1002@192.0.2.20
    +5ms bob -> proxy 440 "Max-Breadth Exceeded"
    +1ms proxy -> bob ACK
    proxy -> alice 440
    +1ms alice -> proxy ACK
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { code: 440 },
      frames: [1, 5],
    },
  ),
  fires(
    'max-breadth-or-fork-bomb',
    'three phones where two are enough',
    `alice -> proxy INVITE sip:100@example.com with sdp
    +2ms proxy -> bob INVITE sip:1002@192.0.2.20
    proxy -> carol INVITE sip:1003@192.0.2.30
    proxy -> gw INVITE sip:1004@203.0.113.9
    +50ms bob -> proxy 180
    proxy -> alice 180
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { node: '198.51.100.1', branches: 3, code: 0 },
      frames: [2, 3, 4],
    },
    { 'fork.branches': 2 },
  ),
  spares(
    'max-breadth-or-fork-bomb',
    'three phones',
    `alice -> proxy INVITE sip:100@example.com with sdp
    +2ms proxy -> bob INVITE sip:1002@192.0.2.20
    proxy -> carol INVITE sip:1003@192.0.2.30
    proxy -> gw INVITE sip:1004@203.0.113.9
    +50ms bob -> proxy 180
    proxy -> alice 180
    +40s capture ends`,
  ),
];
