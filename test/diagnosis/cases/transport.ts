/** Requests that nobody answers, copies that nobody needs, targets that fail in turn, and what nodes say about it. */
import { fires, type RuleCase, spares } from './case.ts';

const PROXY = '198.51.100.1:5060';
const GATEWAY = '203.0.113.9:5060';
const ALICE = '192.0.2.10:5060';
const BOB = '192.0.2.20:5060';

const INVITE = 'alice -> proxy INVITE sip:+84901234567@example.com with sdp';
const ANSWERED = `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp
  +5ms bob -> alice 180
  +2s bob -> alice 200 with sdp
  +10ms alice -> bob ACK`;

const silent: RuleCase[] = [
  fires(
    'noninvite-no-response',
    'a BYE that nobody confirms',
    `${ANSWERED}
    +5s alice -> bob BYE
    retransmit x10 E
    @60s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { method: 'BYE', target: BOB, sender: ALICE, copies: 11, elapsedUs: 31_500_000 },
      frames: [5],
    },
  ),
  fires(
    'noninvite-no-response',
    'a REGISTER in a capture of one direction, repeated to the end',
    `alice -> proxy REGISTER sip:example.com
    retransmit x10 E
    @60s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { method: 'REGISTER', target: PROXY, copies: 11 },
      frames: [1],
    },
  ),
  fires(
    'noninvite-no-response',
    'the far link of a proxy that passes an OPTIONS on',
    `gw -> proxy OPTIONS
    +2ms proxy -> gw 200
    +1s alice -> proxy OPTIONS sip:gw.example.com
    retransmit x3 E
    +1ms proxy -> gw OPTIONS sip:gw.example.com
    retransmit x3 E
    @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { method: 'OPTIONS', target: GATEWAY, sender: PROXY, copies: 4 },
      frames: [4],
    },
  ),
  spares(
    'noninvite-no-response',
    'an OPTIONS that is sent once, as pings are that only hold a NAT open',
    `alice -> proxy OPTIONS
    +2ms proxy -> alice 200
    +10s alice -> proxy OPTIONS new
    @90s capture ends`,
  ),
  spares(
    'noninvite-no-response',
    'copies that stop early in a capture of one direction',
    `alice -> proxy REGISTER sip:example.com
    retransmit x3 E
    @60s capture ends`,
  ),
  spares(
    'noninvite-no-response',
    'both hang up at the same time',
    `${ANSWERED}
    +5s alice -> bob BYE
    +1ms bob -> alice BYE
    +5ms alice -> bob 200
    +60s capture ends`,
  ),
  spares(
    'noninvite-no-response',
    'a capture that stops during the first copies',
    `${ANSWERED}
    +5s alice -> bob BYE
    retransmit x2 E
    +2s capture ends`,
  ),
];

const storms: RuleCase[] = [
  fires('retransmission-storm', 'a 200 whose ACK goes missing', 'ack-missing-2xx', {
    severity: 'error',
    confidence: 'proven',
    args: { deaf: 'unacknowledged', what: '200 OK', copies: 11 },
    frames: [4, 14],
  }),
  fires(
    'retransmission-storm',
    'a caller that does not get its answers',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    retransmit x4 A
    +5ms bob -> alice 100
    +80ms bob -> alice 180
    +3s bob -> alice 486
    +1ms alice -> bob ACK
    @60s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { deaf: 'answered', what: 'INVITE', copies: 4, sender: ALICE },
      frames: [1, 2, 9],
    },
  ),
  fires(
    'retransmission-storm',
    'an answer that comes after the third copy',
    `alice -> bob MESSAGE
    retransmit x3 E
    +4s bob -> alice 200
    @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { deaf: 'slow', what: 'MESSAGE', copies: 4, elapsedUs: 4_000_000 },
      frames: [1, 5],
    },
  ),
  fires(
    'retransmission-storm',
    'an INVITE that is heard at its third copy, which harms nobody',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    retransmit x2 A
    +1510ms bob -> alice 180
    +3s bob -> alice 200 with sdp
    +1ms alice -> bob ACK
    @60s capture ends`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { deaf: 'slow', what: 'INVITE', copies: 3, calls: 1, elapsedUs: 1_510_000 },
      frames: [1, 4],
    },
  ),
  fires(
    'retransmission-storm',
    'an INVITE that is heard at its fourth copy',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    retransmit x3 A
    +3510ms bob -> alice 180
    +3s bob -> alice 200 with sdp
    +1ms alice -> bob ACK
    @60s capture ends`,
    { severity: 'warning', confidence: 'proven', args: { copies: 4 }, frames: [1, 5] },
  ),
  spares('retransmission-storm', 'the same packet caught twice', 'duplicates-span'),
  spares(
    'retransmission-storm',
    'one copy that crosses the answer',
    `alice -> bob MESSAGE
    retransmit x1 E
    +501ms bob -> alice 200
    @60s capture ends`,
  ),
];

const failovers: RuleCase[] = [
  fires(
    'transport-failover',
    'a silent gateway for 8 s before the one that answered',
    `gw2 = 203.0.113.10 server "TrunkGW/7.2"
    ${INVITE}
    +5ms proxy -> alice 100
    +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    retransmit x4 A
    +8s proxy -> gw2 INVITE sip:+84901234567@203.0.113.10
    +10ms gw2 -> proxy 100
    +600ms gw2 -> proxy 180
    +1ms proxy -> alice 180
    @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: {
        failed: GATEWAY,
        next: '203.0.113.10:5060',
        waitedUs: 8_000_000,
        code: 0,
        targets: 2,
        worked: true,
      },
      frames: [3, 8],
    },
  ),
  fires(
    'transport-failover',
    'a gateway that is full',
    `gw2 = 203.0.113.10 server "TrunkGW/7.2"
    ${INVITE}
    +5ms proxy -> alice 100
    +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    +20ms gw -> proxy 503
    +1ms proxy -> gw ACK
    +1ms proxy -> gw2 INVITE sip:+84901234567@203.0.113.10
    +10ms gw2 -> proxy 100
    +600ms gw2 -> proxy 180
    +1ms proxy -> alice 180
    @60s capture ends`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { code: 503, waitedUs: 22_000, worked: true },
      frames: [3, 4, 6],
    },
  ),
  spares(
    'transport-failover',
    'a fork of which one phone is silent',
    `${INVITE}
    +5ms proxy -> alice 100
    +1ms proxy -> bob INVITE sip:1002@192.0.2.20
    +1ms proxy -> carol INVITE sip:1002@192.0.2.30
    +80ms carol -> proxy 180
    +1ms proxy -> alice 180
    @60s capture ends`,
  ),
  spares(
    'transport-failover',
    'a fork, which rings two phones at once',
    `${INVITE}
    +5ms proxy -> alice 100
    +1ms proxy -> bob INVITE sip:1002@192.0.2.20
    +1ms proxy -> carol INVITE sip:1002@192.0.2.30
    +80ms bob -> proxy 180
    +1ms carol -> proxy 180
    +1ms proxy -> alice 180
    @60s capture ends`,
  ),
];

const said: RuleCase[] = [
  fires(
    'dns-failure',
    'a proxy that says so',
    `${INVITE}
    +5ms proxy -> alice 100
    +2s proxy -> alice 478 "Unresolvable destination (478/SL)"
    +1ms alice -> proxy ACK
    @60s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { node: PROXY, code: 478, phrase: 'Unresolvable destination (478/SL)' },
      frames: [1, 3],
    },
  ),
  fires(
    'dns-failure',
    'a 503 whose phrase names DNS',
    `${INVITE}
    +2s proxy -> alice 503 "DNS error"
    +1ms alice -> proxy ACK
    @60s capture ends`,
    { severity: 'error', confidence: 'likely', args: { code: 503 }, frames: [1, 2] },
  ),
  spares(
    'dns-failure',
    'a 503 that speaks of load',
    `${INVITE}
    +2s proxy -> alice 503 "Service Unavailable"
    +1ms alice -> proxy ACK
    @60s capture ends`,
  ),
  fires(
    'request-to-wrong-transport',
    'a sips URI in clear, refused for it',
    `alice -> proxy INVITE sips:bob@example.com with sdp
    +5ms proxy -> alice 480
      Warning: 381 example.com "SIPS Required"
    +1ms alice -> proxy ACK
    @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { uri: 'sips:bob@example.com', transport: 'udp', warning: 381, code: 480 },
      frames: [1, 2],
    },
  ),
  spares(
    'request-to-wrong-transport',
    'a sips URI in clear behind a proxy that ends TLS, which rings',
    `alice -> proxy INVITE sips:bob@example.com with sdp
    +5ms proxy -> alice 180
    +2s proxy -> alice 486
    +1ms alice -> proxy ACK
    @60s capture ends`,
  ),
];

const PAD = `X-Pad: ${'a'.repeat(1200)}`;
const sizes: RuleCase[] = [
  fires(
    'udp-over-mtu',
    'a large INVITE that is lost where OPTIONS is answered',
    `alice -> proxy OPTIONS
    +3ms proxy -> alice 200
    @5s ${INVITE}
      ${PAD}
    retransmit x6 A
    @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { target: PROXY, method: 'INVITE', fragmented: true },
      frames: [3],
    },
  ),
  spares(
    'udp-over-mtu',
    'a large INVITE that arrives',
    `${INVITE}
      ${PAD}
    +5ms proxy -> alice 100
    +80ms proxy -> alice 486
    +1ms alice -> proxy ACK
    @60s capture ends`,
  ),
  spares('udp-over-mtu', 'a small one that is lost', 'invite-no-response'),
];

export const transportCases: readonly RuleCase[] = [
  ...silent,
  ...storms,
  ...failovers,
  ...said,
  ...sizes,
];
