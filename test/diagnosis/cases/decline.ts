/** 603 and its relatives: exactly one of eight rules says who or what refused. */
import { flow } from '../../../fixtures/dsl/index.ts';
import { CAST } from '../../../fixtures/traces/cast.ts';
import { refusal } from '../../../fixtures/traces/decline/shape.ts';
import { fires, type RuleCase, spares } from './case.ts';

const GATEWAY = '203.0.113.9:5060';
const PBX = '198.51.100.20:5060';
const BOB = '192.0.2.20:5060';
const POLYCOM = 'Polycom/5.9.7 PolycomVVX-VVX_411-UA';

const analytics = (text: string, phrase = 'Network Blocked') =>
  refusal('gw', undefined, '100ms', `603 "${phrase}"`, `Reason: SIP;cause=603;text="${text}"`);
/** `alice -> pbx`, which calls the phone on a leg of its own, and says 603 some time after the phone refused. */
const behindPbx = (
  ringing: string,
  after: string,
  final: string,
  later = '2ms',
  second = '',
) => flow`
  ${CAST}
  alice -> pbx INVITE sip:+12025550147@example.com with sdp
  +5ms pbx -> alice 100
  +3ms pbx -> bob INVITE sip:+12025550147@192.0.2.20 new
  ${second}
  +${ringing} bob -> pbx 180
  +1ms pbx -> alice 180
  +${after} bob -> pbx ${final}
  +1ms pbx -> bob ACK
  +${later} pbx -> alice 603 local
  +2ms alice -> pbx ACK
  +40s capture ends
`;
const NOTHING = { url: '', tel: '', email: '', id: '', location: '' };

const blocked: RuleCase[] = [
  fires('decline-analytics-603plus', 'every contact, SIP form', '603plus-sip', {
    severity: 'warning',
    confidence: 'proven',
    args: {
      node: GATEWAY,
      compliant: true,
      fault: '',
      url: 'https://redress.example.com/appeal',
      tel: '+12025550123',
      email: 'redress@example.com',
      id: 'BLK-20260302-0007',
      location: 'RLN',
    },
    frames: [3, 5, 7],
  }),
  fires('decline-analytics-603plus', 'the Q.850 form', '603plus-q850', {
    severity: 'warning',
    confidence: 'proven',
    args: { compliant: true, tel: '+12025550123' },
    frames: [3, 5, 7],
  }),
  fires('decline-analytics-603plus', 'ringing before it', '603plus-after-180', {
    severity: 'warning',
    confidence: 'proven',
    args: { compliant: true },
    frames: [3, 5, 7, 9],
  }),
  fires('decline-analytics-603plus', 'a phrase that a B2BUA rewrote', '603plus-phrase-rewritten', {
    severity: 'warning',
    confidence: 'proven',
    args: { compliant: false, fault: 'phrase-rewritten', email: 'redress@example.com' },
    frames: [3, 5, 7],
  }),
  fires('decline-analytics-603plus', 'the phrase alone', '603plus-reason-missing', {
    severity: 'warning',
    confidence: 'likely',
    args: { compliant: false, fault: 'reason-missing', ...NOTHING },
    frames: [3, 5, 7],
  }),
  fires('decline-analytics-603plus', 'a Reason without its version', '603plus-version-missing', {
    severity: 'warning',
    confidence: 'likely',
    args: { fault: 'version-missing', url: 'https://redress.example.com/' },
    frames: [3, 5, 7],
  }),
  fires('decline-analytics-603plus', 'no contact', '603plus-no-contact', {
    severity: 'warning',
    confidence: 'proven',
    args: { fault: 'no-contact', id: 'BLK-1' },
    frames: [3, 5, 7],
  }),
  fires(
    'decline-analytics-603plus',
    'contacts that are not what they should be: none is shown',
    analytics('v=analytics1;url=javascript:alert(1);tel=call me;email=a b@example.com;id=<b>'),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { fault: 'no-contact', ...NOTHING },
      frames: [3, 5, 7],
    },
  ),
  spares('decline-analytics-603plus', 'a 486 with the same Reason', '603plus-near-miss-486'),
  spares('decline-analytics-603plus', 'a plain 603', 'decline-human'),
  spares(
    'decline-analytics-603plus',
    'a 603 whose Reason says something else',
    analytics('number withheld', 'Decline'),
  ),
];

const marked: RuleCase[] = [
  fires('decline-608', 'a card to call back', 'decline-608', {
    severity: 'info',
    confidence: 'proven',
    args: { node: GATEWAY, contact: 'https://cards.example.net/b1946ac9.jws' },
    frames: [3, 5, 7],
  }),
  fires('decline-608', 'no card', 'decline-608-no-card', {
    severity: 'info',
    confidence: 'proven',
    args: { contact: '' },
    frames: [3, 5, 7],
  }),
  fires(
    'decline-608',
    'a Call-Info for something else, and a card that is no web address',
    refusal(
      'gw',
      undefined,
      '250ms',
      '608',
      'Call-Info: <https://example.net/photo.png>;purpose=icon, <javascript:alert(1)>;purpose=jwscard',
    ),
    {
      severity: 'info',
      confidence: 'proven',
      args: { contact: '' },
      frames: [3, 5, 7],
    },
  ),
  spares('decline-608', 'a 606, which is about media', 'decline-near-miss-606'),
  fires('decline-607', 'a 607', 'decline-607', {
    severity: 'info',
    confidence: 'proven',
    args: { node: BOB },
    frames: [3, 5, 7, 9],
  }),
  spares('decline-607', 'a 608', 'decline-608'),
];

const asked: RuleCase[] = [
  fires('decline-human', 'a phone that rang for 6 s', 'decline-human', {
    severity: 'info',
    confidence: 'likely',
    args: { ringUs: 6_201_000, node: BOB, agent: POLYCOM },
    frames: [3, 5, 7, 9],
  }),
  fires('decline-human', 'somebody behind a trunk', refusal('gw', '900ms', '4s', '603'), {
    severity: 'info',
    confidence: 'possible',
    args: { node: GATEWAY, agent: 'TrunkGW/7.2' },
    frames: [3, 5, 7, 9],
  }),
  fires(
    'decline-human',
    'FreeSWITCH passing on a rejection after ringing',
    refusal('pbx', '90ms', '5s', '603', 'Reason: Q.850;cause=21;text="CALL_REJECTED"'),
    {
      severity: 'info',
      confidence: 'possible',
      args: { node: PBX },
      frames: [3, 5, 7, 9],
    },
  ),
  spares('decline-human', 'a phone that rang for 200 ms', 'decline-device-policy'),
  spares('decline-human', 'a limit set by hand', 'decline-human', { 'decline.human': 10 }),
  spares(
    'decline-human',
    'a trunk that was at work for 4 s, and rang nowhere',
    flow`
      ${CAST}
      alice -> gw INVITE sip:+12025550147@203.0.113.9
      +90ms gw -> alice 183
      +4s gw -> alice 603
      +2ms alice -> gw ACK
      +40s capture ends`,
  ),
  spares('decline-human', 'a busy phone', 'decline-near-miss-486'),
  fires('decline-device-policy', 'a phone that rang for 200 ms', 'decline-device-policy', {
    severity: 'info',
    confidence: 'likely',
    args: { afterUs: 201_000, node: BOB, agent: POLYCOM, rang: true },
    frames: [3, 5, 7, 9],
  }),
  fires('decline-device-policy', 'a phone that never rang', 'decline-device-policy-no-180', {
    severity: 'info',
    confidence: 'likely',
    args: { rang: false, afterUs: 84_000 },
    frames: [3, 5, 7],
  }),
  fires(
    'decline-device-policy',
    'a phone that rang for 800 ms: too fast for a person, slow for a rule',
    refusal('bob', '60ms', '800ms', '603'),
    {
      severity: 'info',
      confidence: 'possible',
      args: { rang: true },
      frames: [3, 5, 7, 9],
    },
  ),
  fires(
    'decline-device-policy',
    'Q.850 cause 24, rejected by a feature',
    refusal('gw', '60ms', '3s', '603', 'Reason: Q.850;cause=24'),
    {
      severity: 'info',
      confidence: 'likely',
      args: { node: GATEWAY },
      frames: [3, 5, 7, 9],
    },
  ),
  spares('decline-device-policy', 'a phone that rang for 6 s', 'decline-human'),
  spares(
    'decline-device-policy',
    'a quick refusal by something that does not say what it is',
    refusal('gw', undefined, '705ms', '603'),
  ),
  fires(
    'decline-device-policy',
    'no finger is so fast, whatever is behind the gateway',
    refusal('gw', undefined, '305ms', '603'),
    {
      severity: 'info',
      confidence: 'possible',
      args: { rang: false, afterUs: 309_000 },
      frames: [3, 5, 7],
    },
  ),
  fires(
    'decline-unattributed',
    'nothing rang, and the gateway does not say for whom it speaks',
    'decline-unknown-behind-gateway',
    { severity: 'info', confidence: 'possible', args: { rang: false }, frames: [3, 5, 7] },
  ),
  spares('decline-unattributed', 'a person behind the gateway', refusal('gw', '60ms', '4s', '603')),
  spares('decline-unattributed', 'a phone that never rang', 'decline-device-policy-no-180'),
  spares('decline-device-policy', 'a PBX without a cause', 'decline-pbx-default'),
  spares(
    'decline-device-policy',
    'Q.850 cause 17, which is busy and no refusal',
    refusal('gw', undefined, '80ms', '603', 'Reason: Q.850;cause=17'),
  ),
  fires('decline-pbx-default', 'Asterisk after 40 ms', 'decline-pbx-default', {
    severity: 'info',
    confidence: 'likely',
    args: { node: PBX, agent: 'Asterisk PBX 20.9.3', cause: null },
    frames: [3, 5, 7],
  }),
  fires('decline-pbx-default', 'a cause that says nothing', 'decline-pbx-default-cause-16', {
    severity: 'info',
    confidence: 'likely',
    args: { cause: 16 },
    frames: [3, 5, 7],
  }),
  fires('decline-pbx-default', 'a PBX that rang first', refusal('pbx', '90ms', '5s', '603'), {
    severity: 'info',
    confidence: 'possible',
    args: { cause: null },
    frames: [3, 5, 7, 9],
  }),
  spares(
    'decline-pbx-default',
    'a PBX that names cause 21',
    refusal('pbx', undefined, '40ms', '603', 'Reason: Q.850;cause=21'),
  ),
  spares('decline-pbx-default', 'a PBX whose phone refused', behindPbx('90ms', '5s', '603')),
  fires('decline-human', 'a phone behind a PBX', behindPbx('90ms', '5s', '603'), {
    severity: 'info',
    confidence: 'likely',
    args: { node: BOB, agent: POLYCOM, ringUs: 5_001_000 },
    frames: [3, 4, 6, 8],
  }),
  fires('decline-608', 'an intermediary behind a PBX', behindPbx('90ms', '5s', '608'), {
    severity: 'info',
    confidence: 'proven',
    args: { node: BOB },
    frames: [3, 4, 6, 8],
  }),
  fires(
    'decline-human',
    'a phone behind a PBX with two legs to that number',
    behindPbx('90ms', '5s', '603', '2ms', 'pbx -> carol INVITE sip:+12025550147@192.0.2.30 new'),
    { severity: 'info', confidence: 'possible', args: { node: BOB }, frames: [3, 5, 7, 9] },
  ),
  spares('decline-pbx-default', 'a PBX whose phone was busy', behindPbx('90ms', '5s', '486')),
  fires(
    'decline-pbx-default',
    'a PBX whose other leg ended long before',
    behindPbx('90ms', '5s', '486', '20s'),
    { severity: 'info', confidence: 'possible', args: { node: PBX }, frames: [1, 5, 8] },
  ),
  spares('decline-pbx-default', 'a phone', 'decline-device-policy-no-180'),
];

const networks: RuleCase[] = [
  fires('decline-q850', 'location U', 'decline-q850-user', {
    severity: 'info',
    confidence: 'likely',
    args: { node: GATEWAY, location: 'U', side: 'user' },
    frames: [3, 5, 7, 9],
  }),
  fires('decline-q850', 'location LN', 'decline-q850-network', {
    severity: 'info',
    confidence: 'possible',
    args: { location: 'LN', side: 'network' },
    frames: [3, 5, 7],
  }),
  fires(
    'decline-q850',
    'a 403 that a gateway made of it',
    refusal('gw', undefined, '300ms', '403', 'Reason: Q.850;cause=21;location=tn'),
    {
      severity: 'info',
      confidence: 'possible',
      args: { location: 'TN', side: 'network' },
      frames: [3, 5, 7],
    },
  ),
  spares('decline-q850', 'cause 17', 'decline-q850-near-miss-17'),
  spares(
    'decline-q850',
    'cause 21 without a location',
    refusal('gw', undefined, '300ms', '403', 'Reason: Q.850;cause=21'),
  ),
  spares('decline-q850', 'a 603+ in its Q.850 form', '603plus-q850'),
  fires(
    'decline-analytics-probable',
    'three callees within seconds',
    'decline-analytics-probable',
    {
      severity: 'info',
      confidence: 'possible',
      args: { node: GATEWAY, caller: '+12025550100@example.com', refusals: 3, callees: 3 },
      frames: [3, 4, 6],
    },
  ),
  spares('decline-analytics-probable', 'two callees', 'decline-analytics-probable-near-miss-two'),
  spares(
    'decline-analytics-probable',
    'one callee, three times',
    'decline-analytics-probable-near-miss-same-callee',
  ),
];

export const declineCases: readonly RuleCase[] = [...blocked, ...marked, ...asked, ...networks];
