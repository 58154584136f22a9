/** Where requests of a dialog went, and what names transactions and dialogs. */
import { fires, type RuleCase, spares } from './case.ts';

const ALICE = '192.0.2.10:5060';
const BOB = '192.0.2.20:5060';
const PROXY = '198.51.100.1:5060';

/** Nine messages through the proxy, which records its route; the ACK goes along it. */
const relayed = `
  alice -> proxy INVITE sip:1002@example.com with sdp(PCMA)
  +2ms proxy -> alice 100
  +1ms proxy -> bob INVITE sip:1002@192.0.2.20
  +80ms bob -> proxy 180
  proxy -> alice 180
  +3s bob -> proxy 200 with sdp(PCMA)
  proxy -> alice 200
  +10ms alice -> proxy ACK
  proxy -> bob ACK`;
const direct = `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp(PCMA)
  +50ms bob -> alice 180
  +2s bob -> alice 200 with sdp(PCMA)
  +10ms alice -> bob ACK`;

const routes: RuleCase[] = [
  fires(
    'route-set-lost',
    'a phone that forgets the route',
    `${relayed}
    +20s alice -> proxy BYE
      -Route
    +2ms proxy -> alice 404 "Not here"
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { method: 'BYE', sender: ALICE, node: PROXY, found: '', expected: PROXY, code: 404 },
      frames: [7, 10, 11],
    },
  ),
  fires(
    'route-set-lost',
    'the called side forgets it too',
    `${relayed}
    +20s bob -> proxy BYE
      Route: <sip:203.0.113.250;lr>
    +2ms proxy -> bob 404 "Not here"
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { sender: BOB, found: '203.0.113.250:5060', expected: PROXY },
      frames: [3, 10, 11],
    },
  ),
  spares(
    'route-set-lost',
    'a proxy that finds its way without',
    `${relayed}
    +20s alice -> proxy BYE
      -Route
    proxy -> bob BYE
    +2ms bob -> proxy 200
    proxy -> alice 200
    +40s capture ends`,
  ),
  spares(
    'route-set-lost',
    'a failure on the recorded route',
    `${relayed}
    +20s alice -> proxy BYE
    +2ms proxy -> alice 404 "Not here"
    +40s capture ends`,
  ),
  fires(
    'in-dialog-bypasses-proxy',
    'a hang-up that goes straight to the other side',
    `${relayed}
    +20s alice -> bob BYE
      -Route
    +2ms bob -> alice 200
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { method: 'BYE', sender: ALICE, proxy: PROXY, target: BOB, failed: false, code: 200 },
      frames: [7, 10],
    },
  ),
  fires(
    'in-dialog-bypasses-proxy',
    'and is not known there',
    `${relayed}
    +20s alice -> bob BYE
      -Route
    +2ms bob -> alice 481
    +40s capture ends`,
    { severity: 'error', confidence: 'proven', args: { failed: true, code: 481 }, frames: [7, 10, 11] },
  ),
  spares(
    'in-dialog-bypasses-proxy',
    'another way in that names the route all the same',
    `${relayed}
    +20s alice -> sbc BYE
    +2ms sbc -> alice 200
    +40s capture ends`,
  ),
  spares(
    'in-dialog-bypasses-proxy',
    'the recorded way',
    `${relayed}
    +20s alice -> proxy BYE
    proxy -> bob BYE
    +2ms bob -> proxy 481
    proxy -> alice 481
    +40s capture ends`,
  ),
  fires(
    'record-route-missing-lr',
    'a strict route and a request that fails',
    `alice -> gw INVITE with sdp
    +50ms gw -> alice 180
    +2s gw -> alice 200 with sdp
      Record-Route: <sip:203.0.113.9:5060>
    +10ms alice -> gw ACK
    +20s alice -> gw BYE
    +2ms gw -> alice 404
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { route: '203.0.113.9:5060', method: 'BYE', code: 404 },
      frames: [3, 5, 6],
    },
  ),
  spares(
    'record-route-missing-lr',
    'one that works',
    `alice -> gw INVITE with sdp
    +50ms gw -> alice 180
    +2s gw -> alice 200 with sdp
      Record-Route: <sip:203.0.113.9:5060>
    +10ms alice -> gw ACK
    +20s alice -> gw BYE
    +2ms gw -> alice 200
    +40s capture ends`,
  ),
  fires(
    'target-refresh-ignored',
    'a phone that moved',
    `${direct}
    +5s bob -> alice INVITE with sdp(PCMA)
      Contact: <sip:1002@192.0.2.77>
    +5ms alice -> bob 200 with sdp(PCMA)
    +5ms bob -> alice ACK
    +20s alice -> bob BYE sip:1002@192.0.2.20:5060
    +2ms bob -> alice 481
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { method: 'BYE', sender: ALICE, old: '1002@192.0.2.20:5060', now: '1002@192.0.2.77:5060', code: 481 },
      frames: [5, 8, 9],
    },
  ),
  spares(
    'target-refresh-ignored',
    'a change that was refused',
    `${direct}
    +5s bob -> alice INVITE with sdp(PCMA)
      Contact: <sip:1002@192.0.2.77>
    +5ms alice -> bob 488
    +5ms bob -> alice ACK
    +20s alice -> bob BYE sip:1002@192.0.2.20:5060
    +2ms bob -> alice 481
    +40s capture ends`,
  ),
];

const ids: RuleCase[] = [
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
      args: { sender: ALICE, node: PROXY, branch: 'z9hG4bKsame', first: '1 INVITE', second: '2 INVITE', code: 0 },
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
    { severity: 'warning', confidence: 'proven', args: { how: 'no-to-tag', node: BOB, code: 200 }, frames: [2] },
  ),
  fires(
    'tag-problems',
    'an INVITE without From tag',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
      From: <sip:1001@example.com>
    +2ms bob -> alice 400
    +10ms alice -> bob ACK
    +40s capture ends`,
    { severity: 'error', confidence: 'proven', args: { how: 'no-from-tag', node: ALICE, code: 400 }, frames: [1, 2] },
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
  spares('tag-problems', 'a 400 for another reason', `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +2ms bob -> alice 400
    +10ms alice -> bob ACK
    +40s capture ends`),
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

export const dialogCases: readonly RuleCase[] = [...routes, ...ids];
