/** INVITEs that nobody answered, late first responses, slow set-ups. */
import { fires, type RuleCase, spares } from './case.ts';

const PROXY = '198.51.100.1:5060';
const GATEWAY = '203.0.113.9:5060';

const INVITE = 'alice -> proxy INVITE sip:+84901234567@example.com with sdp';

const unanswered: RuleCase[] = [
  fires('invite-no-response', 'seven copies to a proxy that answers others', 'invite-no-response', {
    severity: 'error',
    confidence: 'proven',
    args: { target: PROXY, sender: '192.0.2.10:5060', copies: 7, elapsedUs: 31_500_000 },
    frames: [3],
  }),
  fires('invite-no-response', 'the silent hop behind a 100', 'trying-downstream-silent-32s', {
    severity: 'error',
    confidence: 'proven',
    args: { target: GATEWAY, sender: PROXY, copies: 7 },
    frames: [17],
  }),
  fires(
    'invite-no-response',
    'a capture of one direction, by the retransmissions of the sender',
    'invite-no-response-near-miss-one-way',
    {
      severity: 'error',
      confidence: 'likely',
      args: { copies: 7 },
      frames: [1],
    },
  ),
  fires(
    'invite-no-response',
    'Kamailio, which stops doubling at 4 s',
    `${INVITE}\n retransmit x9 G\n @60s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { copies: 10 },
      frames: [1],
    },
  ),
  fires(
    'invite-no-response',
    'copies of one direction that stop early: an answer may have come',
    `${INVITE}\n retransmit x2 A\n @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'possible',
      status: 'inconclusive',
      args: { copies: 3 },
      frames: [1],
    },
  ),
  fires(
    'invite-no-response',
    'copies of one direction that still ran when the capture stopped',
    `${INVITE}\n retransmit x4 A\n @14s capture ends`,
    { severity: 'error', confidence: 'likely', args: { copies: 5 }, frames: [1] },
  ),
  ...(['ACK', 'BYE', 'PRACK'] as const).map((method) =>
    spares(
      'invite-no-response',
      `a tap of one direction in which the caller sends ${method}`,
      `${INVITE}
      retransmit A
      +32s proxy -> alice 180 reliable unseen
      ${method === 'PRACK' ? '' : '+1s proxy -> alice 200 unseen'}
      +20ms alice -> proxy ${method}
      @90s capture ends`,
    ),
  ),
  spares(
    'invite-no-response',
    'a trunk that was acknowledged over a link of which one direction was captured',
    `
    ${INVITE}
    +5ms proxy -> alice 100
    +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    retransmit A
    +32s gw -> proxy 200 with sdp unseen
    +1ms proxy -> alice 200 with sdp
    +10ms alice -> proxy ACK
    +1ms proxy -> gw ACK
    @90s capture ends`,
  ),
  fires(
    'invite-no-response',
    'one INVITE in a capture of one direction',
    `${INVITE}\n @60s capture ends`,
    {
      severity: 'info',
      confidence: 'possible',
      status: 'inconclusive',
      args: { copies: 1 },
      frames: [1],
    },
  ),
  fires(
    'invite-no-response',
    'copies without a schedule in a capture of one direction',
    `${INVITE}\n retransmit at 1s 2s 3s 4s\n @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'possible',
      status: 'inconclusive',
      args: { copies: 5 },
      frames: [1],
    },
  ),
  fires(
    'invite-no-response',
    'one packet caught three times: not three copies',
    `${INVITE}\n duplicate +15us vlan=20\n duplicate +30us vlan=30\n @60s capture ends`,
    {
      severity: 'info',
      confidence: 'possible',
      status: 'inconclusive',
      args: { copies: 1 },
      frames: [1],
    },
  ),
  fires(
    'invite-no-response',
    'a capture that stops right after the third copy',
    `
    alice -> proxy OPTIONS
    +3ms proxy -> alice 200
    @5s ${INVITE}
    retransmit x2 A
    +1900ms capture ends`,
    {
      severity: 'warning',
      confidence: 'possible',
      status: 'inconclusive',
      args: { copies: 3 },
      frames: [3],
    },
  ),
  fires(
    'invite-no-response',
    'TCP, where nothing is repeated, after Timer B',
    `
    alice -> proxy OPTIONS over tcp
    +3ms proxy -> alice 200
    @5s ${INVITE} over tcp
    @40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { copies: 1, elapsedUs: 35_000_000 },
      frames: [3],
    },
  ),
  fires(
    'invite-no-response',
    'a dead target before the one that answered',
    `
    gw2 = 203.0.113.10 server "TrunkGW/7.2"
    gw -> proxy OPTIONS
    +3ms proxy -> gw 200
    @5s ${INVITE}
    +5ms proxy -> alice 100
    +3ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    retransmit x3 A
    +5s proxy -> gw2 INVITE sip:+84901234567@203.0.113.10
    +10ms gw2 -> proxy 100
    +600ms gw2 -> proxy 180
    +1ms proxy -> alice 180
    @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { target: GATEWAY, copies: 4 },
      frames: [5],
    },
  ),
  fires(
    'invite-no-response',
    'the far link of a proxy that relays without a 100',
    `
    ${INVITE}
    retransmit A
    +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    retransmit A
    @60s capture ends`,
    { severity: 'error', confidence: 'likely', args: { target: GATEWAY }, frames: [2] },
  ),
  fires(
    'invite-no-response',
    'a dead end behind one of two branches of a call that rang',
    `
    p1 = 198.51.100.11 server rr
    ${INVITE}
    +2ms proxy -> alice 100
    +1ms proxy -> p1 INVITE sip:1002@198.51.100.11
    +1ms p1 -> proxy 100
    +1ms proxy -> bob INVITE sip:1002@192.0.2.20
    +1ms p1 -> carol INVITE sip:1002@192.0.2.30
    retransmit x3 A
    +90ms bob -> proxy 180
    +1ms proxy -> alice 180
    @6s capture ends`,
    { severity: 'warning', confidence: 'likely', args: { target: '192.0.2.30:5060' }, frames: [6] },
  ),
  fires(
    'invite-no-response',
    'a dead end behind one of two branches of a call that made silent progress',
    `
    p1 = 198.51.100.11 server rr
    ${INVITE}
    +2ms proxy -> alice 100
    +1ms proxy -> p1 INVITE sip:1002@198.51.100.11
    +1ms p1 -> proxy 100
    +1ms proxy -> bob INVITE sip:1002@192.0.2.20
    +1ms p1 -> carol INVITE sip:1002@192.0.2.30
    retransmit x3 A
    +90ms bob -> proxy 183
    +1ms proxy -> alice 183
    @6s capture ends`,
    { severity: 'warning', confidence: 'likely', args: { target: '192.0.2.30:5060' }, frames: [6] },
  ),
  spares(
    'invite-no-response',
    'a third copy that is answered',
    'invite-no-response-near-miss-third-copy',
  ),
  spares(
    'invite-no-response',
    'a capture that stops 300 ms after the INVITE',
    'invite-no-response-near-miss-short',
  ),
  spares(
    'invite-no-response',
    'a response whose Via was damaged on the way',
    `
    ${INVITE}
    retransmit A
    +20ms proxy -> alice 486
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKdamaged
    @60s capture ends`,
  ),
  spares(
    'invite-no-response',
    'a scanner that is ignored',
    `
    scan = 192.0.2.99 "friendly-scanner"
    scan -> proxy INVITE sip:100@198.51.100.1
    retransmit A
    @60s capture ends`,
  ),
  spares(
    'invite-no-response',
    'the branch of a fork that was not needed any more',
    `
    ${INVITE}
    +2ms proxy -> alice 100
    +1ms proxy -> bob INVITE sip:1002@192.0.2.20
    +1ms proxy -> carol INVITE sip:1002@192.0.2.30
    +80ms bob -> proxy 180
    +1ms proxy -> alice 180
    +300ms bob -> proxy 200 with sdp
    +1ms proxy -> alice 200
    +1ms alice -> proxy ACK
    +1ms proxy -> bob ACK
    +40s capture ends`,
  ),
];

const late: RuleCase[] = [
  fires('late-trying', '300 ms', 'late-trying-300ms', {
    severity: 'info',
    confidence: 'proven',
    args: { node: PROXY, delayUs: 300_000, copies: 1 },
    frames: [1, 2],
  }),
  fires('late-trying', '700 ms, which cost a copy', 'late-trying-700ms', {
    severity: 'warning',
    confidence: 'proven',
    args: { node: PROXY, delayUs: 700_000, copies: 2 },
    frames: [1, 3],
  }),
  fires(
    'late-trying',
    'the node beyond a proxy that sends no 100',
    `
    ${INVITE}
    +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    +450ms gw -> proxy 180
    +1ms proxy -> alice 180
    @20s capture ends`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { node: GATEWAY, delayUs: 450_000 },
      frames: [2, 3],
    },
  ),
  fires(
    'late-trying',
    '700 ms without a copy: who heard nothing would have sent one',
    `
    ${INVITE}
    +700ms proxy -> alice 180
    @20s capture ends`,
    {
      severity: 'info',
      confidence: 'likely',
      args: { node: PROXY, delayUs: 700_000, copies: 1 },
      frames: [1, 2],
    },
  ),
  spares('late-trying', '150 ms', 'late-trying-near-miss-150ms'),
  spares(
    'late-trying',
    'a first INVITE that was lost, its copy answered at once',
    `
    ${INVITE}
      retransmit x1 T1
    +515ms proxy -> alice 100
    +2s proxy -> alice 180
    @20s capture ends`,
  ),
  spares('late-trying', 'a phone that rings after 100 ms', 'healthy-direct'),
];

const REDIRECTED = `
  ${INVITE}
  +5ms proxy -> alice 100
  +3s proxy -> alice 302
    Contact: <sip:+84901234567@203.0.113.9>
  +2ms alice -> proxy ACK
  +1ms alice -> gw INVITE sip:+84901234567@203.0.113.9 with sdp
  +5ms gw -> alice 100
  +900ms gw -> alice 180
  @20s capture ends
`;

const slow: RuleCase[] = [
  fires('pdd-slow', '4 s', 'pdd-slow-4s', {
    severity: 'info',
    confidence: 'proven',
    args: { pddUs: 4_001_000, biggest: 'routing', biggestUs: 4_001_000 },
    frames: [1, 3, 6],
  }),
  fires('pdd-slow', '7 s', 'pdd-slow-7s', {
    severity: 'warning',
    confidence: 'proven',
    args: { pddUs: 7_001_000 },
    frames: [1, 3, 6],
  }),
  fires('pdd-slow', '12 s', 'pdd-slow-12s', {
    severity: 'error',
    confidence: 'proven',
    args: { pddUs: 12_001_000 },
    frames: [1, 3, 6],
  }),
  fires('pdd-slow', 'a slow challenge', 'pdd-slow-auth', {
    severity: 'info',
    confidence: 'proven',
    args: { pddUs: 4_830_000, biggest: 'auth', biggestUs: 4_017_000 },
    frames: [1, 3, 5, 7, 10],
  }),
  fires('pdd-slow', 'a slow redirect', REDIRECTED, {
    severity: 'info',
    confidence: 'proven',
    args: { biggest: 'redirect', biggestUs: 3_008_000 },
    frames: [1, 3, 5, 7],
  }),
  fires('pdd-slow', 'a 183 that nobody can hear', 'pdd-slow-183-without-sdp', {
    severity: 'warning',
    confidence: 'proven',
    args: { pddUs: 7_001_000 },
    frames: [1, 3, 7],
  }),
  spares(
    'pdd-slow',
    'the second target of a caller that was not captured, and the first one rang',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp unseen
    +2ms proxy -> bob INVITE sip:1002@192.0.2.20
    +80ms bob -> proxy 180
    +9s proxy -> bob CANCEL
    bob -> proxy 200
    bob -> proxy 487
    proxy -> bob ACK
    +2ms proxy -> gw INVITE sip:1002@203.0.113.9
    +90ms gw -> proxy 180
    +2s gw -> proxy 200 with sdp
    proxy -> alice 200 unseen
    alice -> proxy ACK unseen
    proxy -> gw ACK
    @60s capture ends`,
  ),
  spares('pdd-slow', '2.5 s', 'pdd-slow-near-miss-2500ms'),
  spares('pdd-slow', 'early media after 1 s', 'healthy-early-media'),
  spares('pdd-slow', 'a call that never got beyond 100', 'trying-capture-ended-40s'),
];

export const setupCases: readonly RuleCase[] = [...unanswered, ...late, ...slow];
