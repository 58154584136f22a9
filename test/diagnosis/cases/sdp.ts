/** Session descriptions, offers and answers. */
import { fires, type RuleCase, spares } from './case.ts';
import { again, audio, body, call, hangUp, media, refused, video } from './sdp-bodies.ts';

const ALICE = '192.0.2.10:5060';
const GW = '203.0.113.9:5060';
const AT_ALICE = '192.0.2.10';
const AT_GW = '203.0.113.9';
const NO_C = ['v=0', 'o=- 1 1 IN IP4 192.0.2.10', 's=-', 't=0 0', ...audio()];
const ODD = ['v=0', 'o=- 1 1 IN IP4 192.0.2.10', 's=-', 't=0 0', 'c=IN IP4 192.0.2.10', ...audio()];

const malformed: RuleCase[] = [
  fires('sdp-malformed', 'no address for media, refused', refused(body(...NO_C), '488'), {
    severity: 'error',
    confidence: 'proven',
    args: { fault: 'no-connection', line: 0, text: '' },
    frames: [1, 3],
  }),
  fires(
    'sdp-malformed',
    'half an address in an answer',
    call('with sdp', media('203.0.113', ...audio())),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { fault: 'connection', line: 4, text: 'c=IN IP4 203.0.113' },
      frames: [3],
    },
  ),
  fires('sdp-malformed', 'lines in another order, which worked', call(body(...ODD), 'with sdp'), {
    severity: 'info',
    confidence: 'proven',
    args: { fault: 'order', line: 5, text: 'c=IN IP4 192.0.2.10' },
    frames: [1],
  }),
  spares(
    'sdp-malformed',
    'attributes that nobody knows',
    refused(media(AT_ALICE, ...audio(), 'a=x-colour:blue', 'a=nortpproxy:yes'), '488'),
  ),
  spares('sdp-malformed', 'a busy callee', refused(body(...NO_C), '486')),
  spares('sdp-malformed', 'a body cut by the capture', refused('with sdp truncate=700', '488')),
];

const violations: RuleCase[] = [
  fires('offer-answer-violation', 'a 200 without answer', call('with sdp', ''), {
    severity: 'error',
    confidence: 'proven',
    args: { fault: 'no-answer', node: GW },
    frames: [1, 3],
  }),
  fires(
    'offer-answer-violation',
    'a 200 without answer in a call that lasted',
    call('with sdp', '', hangUp('90s')),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { fault: 'no-answer', node: GW },
      frames: [1, 3],
    },
  ),
  fires(
    'offer-answer-violation',
    'an answer in the 183 alone',
    `
    alice -> gw INVITE sip:+84900000001@example.com with sdp
    +100ms gw -> alice 183 with sdp
    +2s gw -> alice 200
    +10ms alice -> gw ACK
    ${hangUp('4s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { fault: 'preview-only', node: GW },
      frames: [1, 3],
    },
  ),
  spares(
    'offer-answer-violation',
    'an answer in a reliable 183 that was not captured, but acknowledged',
    `
    alice -> gw INVITE sip:+84900000001@example.com with sdp
    +100ms gw -> alice 183 with sdp reliable unseen
    +10ms alice -> gw PRACK
    +10ms gw -> alice 200 for PRACK
    +2s gw -> alice 200 for INVITE
    +10ms alice -> gw ACK
    ${hangUp('4s')}`,
  ),
  fires('offer-answer-violation', 'no offer anywhere', call('', ''), {
    severity: 'error',
    confidence: 'proven',
    args: { fault: 'no-offer', node: GW },
    frames: [3],
  }),
  spares(
    'offer-answer-violation',
    'a minute without any description',
    `
    alice -> gw INVITE
    +100ms gw -> alice 180
    +2s gw -> alice 200
    +10ms alice -> gw ACK
    ${hangUp('60s')}`,
  ),
  fires('offer-answer-violation', 'an ACK that does not answer', call('', 'with sdp'), {
    severity: 'error',
    confidence: 'proven',
    args: { fault: 'ack-without-answer', node: ALICE },
    frames: [3, 4],
  }),
  fires(
    'offer-answer-violation',
    'an answer without the line for video',
    call(media(AT_ALICE, ...audio(), ...video()), media(AT_GW, ...audio())),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { fault: 'line-count', offered: 'audio, video', answered: 'audio', node: GW },
      frames: [1, 3],
    },
  ),
  fires(
    'offer-answer-violation',
    'an answer in another order',
    call(media(AT_ALICE, ...audio(), ...video()), media(AT_GW, ...video(), ...audio())),
    {
      severity: 'error',
      confidence: 'proven',
      args: { fault: 'line-kind', offered: 'audio', answered: 'video' },
      frames: [1, 3],
    },
  ),
  fires(
    'offer-answer-violation',
    'sendrecv to an offer that only sends',
    call('with sdp(PCMA sendonly)', 'with sdp(PCMA sendrecv)'),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { fault: 'direction', offered: 'sendonly', answered: 'sendrecv', node: GW },
      frames: [1, 3],
    },
  ),
  fires(
    'offer-answer-violation',
    'RTP answered for UDPTL',
    call(
      media(AT_ALICE, 'm=image 20004 udptl t38'),
      media(AT_GW, 'm=image 30004 RTP/AVP 96', 'a=rtpmap:96 t38/8000'),
    ),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { fault: 'profile', offered: 'UDPTL', answered: 'RTP/AVP', media: 'image' },
      frames: [1, 3],
    },
  ),
  fires(
    'offer-answer-violation',
    'an UPDATE before the INVITE was answered',
    `
    alice -> gw INVITE sip:+84900000001@example.com with sdp
    +100ms gw -> alice 183 with sdp
    +20ms alice -> gw UPDATE with sdp(PCMA)
    +5ms gw -> alice 200 for UPDATE with sdp(PCMA)
    +2s gw -> alice 200 for INVITE with sdp
    +10ms alice -> gw ACK
    ${hangUp('4s')}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { fault: 'two-offers', node: ALICE },
      frames: [1, 3],
    },
  ),
  fires(
    'offer-answer-violation',
    'a hold under the old version',
    call(
      media(AT_ALICE, ...audio()),
      'with sdp',
      again('2s', 'alice', 'gw', media(AT_ALICE, ...audio(), 'a=sendonly'), 'with sdp(recvonly)') +
        hangUp('1s'),
    ),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { fault: 'version-kept', node: ALICE },
      frames: [1, 5],
    },
  ),
  spares('offer-answer-violation', 'an ordinary call', call('with sdp', 'with sdp')),
  spares(
    'offer-answer-violation',
    'an offer in the 200 and an answer in the ACK',
    `
    alice -> gw INVITE sip:+84900000001@example.com
    +2s gw -> alice 200 with sdp
    +10ms alice -> gw ACK with sdp
    ${hangUp('4s')}`,
  ),
  spares(
    'offer-answer-violation',
    'an answer in a reliable 183, and none in the 200',
    `
    alice -> gw INVITE sip:+84900000001@example.com with sdp
    +100ms gw -> alice 183 with sdp reliable
    +5ms alice -> gw PRACK
    +5ms gw -> alice 200 for PRACK
    +20ms alice -> gw UPDATE with sdp(PCMA)
    +5ms gw -> alice 200 for UPDATE with sdp(PCMA)
    +2s gw -> alice 200 for INVITE
    +10ms alice -> gw ACK
    ${hangUp('4s')}`,
  ),
  spares(
    'offer-answer-violation',
    're-INVITEs that cross and are refused',
    `
    alice -> gw INVITE sip:+84900000001@example.com with sdp
    +2s gw -> alice 200 with sdp
    +10ms alice -> gw ACK
    +5s alice -> gw INVITE with sdp(PCMA)
    +1ms gw -> alice INVITE with sdp(PCMU) in-dialog
    +1ms gw -> alice 491
    +1ms alice -> gw ACK
    +1ms alice -> gw 491
    +1ms gw -> alice ACK
    +3s alice -> gw INVITE with sdp(PCMA)
    +5ms gw -> alice 200 with sdp(PCMA)
    +5ms alice -> gw ACK
    ${hangUp('4s')}`,
  ),
];

const rejected: RuleCase[] = [
  fires('media-rejected', 'audio with port 0', call('with sdp', 'with sdp(port=0)'), {
    severity: 'error',
    confidence: 'proven',
    args: { media: 'audio', node: GW, nothingLeft: true },
    frames: [1, 3],
  }),
  fires(
    'media-rejected',
    'video with port 0, which is an ordinary answer',
    call(
      media(AT_ALICE, ...audio(), ...video()),
      media(AT_GW, ...audio(30_000), ...video(0)),
      hangUp('90s'),
    ),
    {
      severity: 'info',
      confidence: 'proven',
      args: { media: 'video', node: GW, nothingLeft: false },
      frames: [1, 3],
    },
  ),
  spares(
    'media-rejected',
    'video that was not offered either',
    call(media(AT_ALICE, ...audio(), ...video(0)), media(AT_GW, ...audio(30_000), ...video(0))),
  ),
  spares(
    'media-rejected',
    'one of two audio lines',
    call(
      media(AT_ALICE, ...audio(20_000, 'RTP/SAVP'), ...audio(20_002)),
      media(AT_GW, ...audio(0, 'RTP/SAVP'), ...audio(30_002)),
    ),
  ),
];

const HOME = `
  phone = 192.168.1.20 behind 198.51.100.7:49152 "Yealink SIP-T46U 108.86"
  phone -> gw INVITE sip:+84900000001@example.com with sdp
  +2s gw -> phone 200 with sdp
  +10ms phone -> gw ACK
`;
const bye = (after: string): string => `
  +${after} phone -> gw BYE
  +1ms gw -> phone 200
  +40s capture ends
`;
const nat = { address: '192.168.1.20', source: '198.51.100.7', node: '198.51.100.7:49152' };

const addresses: RuleCase[] = [
  fires('nat-private-sdp', 'a phone at home, a call of 6 s', `${HOME} ${bye('6s')}`, {
    severity: 'warning',
    confidence: 'likely',
    args: nat,
    frames: [1],
  }),
  fires('nat-private-sdp', 'a phone at home, a call that is up', `${HOME} +2s capture ends`, {
    severity: 'info',
    confidence: 'likely',
    args: nat,
    frames: [1],
  }),
  fires('nat-private-sdp', 'a phone at home, a call that lasted', `${HOME} ${bye('90s')}`, {
    severity: 'info',
    confidence: 'likely',
    args: nat,
    frames: [1],
  }),
  spares(
    'nat-private-sdp',
    'ICE, which finds another way',
    `
    phone = 192.168.1.20 behind 198.51.100.7:49152
    phone -> gw INVITE sip:+84900000001@example.com ${media('192.168.1.20', ...audio(), 'a=ice-ufrag:F7gI', 'a=candidate:1 1 UDP 1 198.51.100.7 20000 typ srflx raddr 192.168.1.20 rport 20000')}
    +2s gw -> phone 200 with sdp
    +10ms phone -> gw ACK
    ${bye('6s')}`,
  ),
  spares(
    'nat-private-sdp',
    'two phones of one network',
    `
    anna = 192.168.1.20
    ben = 192.168.7.30
    anna -> ben INVITE sip:30@192.168.7.30 with sdp
    +2s ben -> anna 200 with sdp
    +10ms anna -> ben ACK
    +6s anna -> ben BYE
    +1ms ben -> anna 200`,
  ),
  fires(
    'media-address-unset',
    'an answer without an address',
    call('with sdp', 'with sdp(addr=0.0.0.0)', hangUp('6s')),
    {
      severity: 'warning',
      confidence: 'likely',
      args: { address: '0.0.0.0', node: GW, descriptions: 1 },
      frames: [3],
    },
  ),
  fires(
    'media-address-unset',
    'a refresh that gives no address either, and no end',
    call(
      'with sdp',
      'with sdp(addr=0.0.0.0)',
      again('3s', 'alice', 'gw', 'with sdp', 'with sdp(addr=0.0.0.0)'),
    ),
    {
      severity: 'warning',
      confidence: 'possible',
      status: 'inconclusive',
      args: { node: GW, descriptions: 2 },
      frames: [3],
    },
  ),
  spares(
    'media-address-unset',
    'a controller that connects two others, RFC 3725 §4.3',
    call(
      'with sdp(addr=0.0.0.0)',
      'with sdp',
      again('3s', 'alice', 'gw', 'with sdp(addr=198.51.100.20)', 'with sdp') + hangUp('6s'),
    ),
  ),
  spares(
    'media-address-unset',
    'who does not want to hear',
    call('with sdp', 'with sdp(PCMA sendonly addr=0.0.0.0)', hangUp('6s')),
  ),
  fires(
    'address-family-mismatch',
    'IPv6 answered to IPv4',
    call('with sdp', 'with sdp(addr=2001:db8::9)'),
    {
      severity: 'warning',
      confidence: 'likely',
      args: { how: 'answer', family: 'IP6', other: 'IP4', node: GW },
      frames: [1, 3],
    },
  ),
  fires(
    'address-family-mismatch',
    'IPv6 for media over IPv4 signalling',
    call('with sdp(addr=2001:db8::1)', 'with sdp(addr=2001:db8::9)'),
    {
      severity: 'warning',
      confidence: 'likely',
      args: { how: 'signalling', family: 'IP6', other: 'IP4', node: ALICE },
      frames: [1, 3],
    },
  ),
  spares(
    'address-family-mismatch',
    'names instead of addresses',
    call(media('media.example.com', ...audio()), 'with sdp'),
  ),
  spares(
    'address-family-mismatch',
    'all of it IPv6',
    `
    anna = [2001:db8::1]
    ben = [2001:db8::2]
    anna -> ben INVITE sip:30@example.com with sdp
    +2s ben -> anna 200 with sdp
    +10ms anna -> ben ACK
    +6s anna -> ben BYE
    +1ms ben -> anna 200`,
  ),
];

export const sdpCases: readonly RuleCase[] = [
  ...malformed,
  ...violations,
  ...rejected,
  ...addresses,
];
