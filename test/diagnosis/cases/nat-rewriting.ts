/** What routers do to SIP, and ICE as far as the descriptions show. */
import { fires, type RuleCase, spares } from './case.ts';

/** `home` knows itself as 10.0.0.5 and is seen at a public address. */
const HOME = `
  home = 10.0.0.5:5060 behind 203.0.113.77:62011 "Grandstream HT801 1.0.43" user=1007`;

/** One INVITE as a LAN shows it, and as the other side of a router does. */
const bothSides = (outside: string, end: string): string => `
    inside = 192.168.1.5:5060 user=1007
    outside = 203.0.113.77:62011 user=1007
    inside -> gw INVITE sip:+84901234567@203.0.113.9 branch=z9hG4bKalg with sdp(PCMA)
      From: <sip:1007@example.com>;tag=x
      Call-ID: nr@192.168.1.5
    +1ms outside -> gw INVITE sip:+84901234567@203.0.113.9 branch=${outside} with sdp(PCMA)
      From: <sip:1007@example.com>;tag=x
      Call-ID: nr@192.168.1.5
    +5ms gw -> outside ${end}
    +2ms outside -> gw ACK
    +40s capture ends`;

const rewritten: RuleCase[] = [
  fires(
    'sip-alg-suspected',
    'a capture on both sides of a router',
    bothSides('z9hG4bKalg', '488'),
    {
      severity: 'warning',
      confidence: 'proven',
      args: {
        how: 'on-the-way',
        inside: '192.168.1.5:5060',
        outside: '203.0.113.77:62011',
        changed: ['Via', 'Contact', 'SDP'],
        harmed: true,
      },
      frames: [1, 2],
    },
  ),
  fires(
    'sip-alg-suspected',
    'a body that is shorter by what the addresses are',
    `home = 192.168.100.50:5060 behind 203.0.113.7:62011 user=1007
    home -> gw INVITE sip:+84901234567@203.0.113.9 with sdp(PCMA addr=203.0.113.7) length=156
    +5ms gw -> home 400
    +2ms home -> gw ACK
    +40s capture ends`,
    { severity: 'warning', confidence: 'likely', args: { how: 'length' }, frames: [1] },
  ),
  spares(
    'sip-alg-suspected',
    'an SBC, which has branches of its own',
    bothSides('z9hG4bKsbc', '488'),
  ),
  spares(
    'sip-alg-suspected',
    'a body that is cut anywhere',
    `home = 192.168.100.50:5060 behind 203.0.113.7:62011 user=1007
    home -> gw INVITE sip:+84901234567@203.0.113.9 with sdp(PCMA addr=203.0.113.7) length=400
    +5ms gw -> home 400
    +2ms home -> gw ACK
    +40s capture ends`,
  ),
];

const sdp = (address: string, port: number, ...lines: string[]): string =>
  [
    'v=0',
    `o=- 1 1 IN IP4 ${address}`,
    's=-',
    `c=IN IP4 ${address}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 8`,
    ...lines,
  ]
    .map((line) => `\n      | ${line}`)
    .join('');
const ICE = ['a=ice-ufrag:abcd', 'a=ice-pwd:0123456789012345678901'];
const host = (address: string): string =>
  `a=candidate:1 1 udp 2130706431 ${address} 40000 typ host`;
const media = (offer: string, answer: string, talk = '4s'): string => `${HOME}
    home -> gw INVITE sip:+84901234567@203.0.113.9
      Content-Type: application/sdp${offer}
    +50ms gw -> home 180
    +2s gw -> home 200
      Content-Type: application/sdp${answer}
    +10ms home -> gw ACK
    +${talk} home -> gw BYE
    +5ms gw -> home 200
    +40s capture ends`;
const open = sdp('203.0.113.9', 30000, ...ICE, host('203.0.113.9'));

const ice: RuleCase[] = [
  fires(
    'ice-failed',
    'candidates of a LAN alone',
    media(sdp('10.0.0.5', 40000, ...ICE, host('10.0.0.5')), open),
    {
      severity: 'warning',
      confidence: 'possible',
      args: { how: 'private-only', node: '203.0.113.77:62011', candidates: 1 },
      frames: [1, 3],
    },
  ),
  fires(
    'ice-failed',
    'an answer that found the address changed',
    media(
      sdp('203.0.113.50', 40000, ...ICE, host('10.0.0.5')),
      sdp('203.0.113.9', 30000, 'a=ice-mismatch'),
    ),
    {
      severity: 'warning',
      confidence: 'likely',
      args: { how: 'mismatch', node: '203.0.113.9:5060' },
      frames: [1, 3],
    },
  ),
  fires(
    'ice-failed',
    'a browser and a phone without ICE',
    media(sdp('0.0.0.0', 9, ...ICE, 'a=ice-options:trickle'), sdp('203.0.113.9', 30000)),
    {
      severity: 'error',
      confidence: 'likely',
      args: { how: 'one-sided', node: '203.0.113.9:5060', candidates: 0 },
      frames: [1, 3],
    },
  ),
  spares(
    'ice-failed',
    'candidates of a LAN, and a talk of two minutes',
    media(sdp('10.0.0.5', 40000, ...ICE, host('10.0.0.5')), open, '120s'),
  ),
  spares(
    'ice-failed',
    'a reflexive candidate as well',
    media(
      sdp(
        '10.0.0.5',
        40000,
        ...ICE,
        host('10.0.0.5'),
        'a=candidate:2 1 udp 1694498815 203.0.113.77 40000 typ srflx raddr 10.0.0.5 rport 40000',
      ),
      open,
    ),
  ),
  spares(
    'ice-failed',
    'an answer without ICE to an offer that has a way besides',
    media(sdp('203.0.113.77', 40000, ...ICE, host('203.0.113.77')), sdp('203.0.113.9', 30000)),
  ),
];

export const natRewritingCases: readonly RuleCase[] = [...rewritten, ...ice];
