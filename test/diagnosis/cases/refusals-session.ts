/** Final responses about the messages themselves, extensions, media and dialogs; and redirections. */
import { flowFromText } from '../../../fixtures/dsl/index.ts';
import { CAST } from '../../../fixtures/traces/cast.ts';
import { fires, type RuleCase, spares } from './case.ts';

const GATEWAY = '203.0.113.9:5060';
const ALICE = '192.0.2.10:5060';
const BOB = '192.0.2.20:5060';
const CALLED = 'sip:+84901234567@203.0.113.9';

const refused = (final: string, headers = '', own = ''): string => `
  alice -> gw INVITE ${CALLED} with sdp
    ${own}
  +30ms gw -> alice ${final}
    ${headers}
  +2ms alice -> gw ACK
  +40s capture ends
`;
/** A call that is up: frames 1 to 4. */
const UP = `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp
  +30ms bob -> alice 180
  +2s bob -> alice 200 with sdp
  +2ms alice -> bob ACK
`;
const DOWN = `
  +10s alice -> bob BYE
  +2ms bob -> alice 200
  +40s capture ends
`;
const ERROR = { severity: 'error', confidence: 'proven' } as const;
const WARNING = { severity: 'warning', confidence: 'proven' } as const;
const INFO = { severity: 'info', confidence: 'proven' } as const;

const messages: RuleCase[] = [
  ...(
    [
      ['Bad Request', ''],
      ['Bad Contact Header', 'Contact'],
      ['Missing CSeq', 'CSeq'],
      ['Invalid content length', 'Content-Length'],
      ['Message from unknown host to here', ''],
    ] as const
  ).map(([phrase, field]) =>
    fires('resp-400-malformed', `"${phrase}"`, refused(`400 "${phrase}"`), {
      ...ERROR,
      args: { field },
      frames: [1, 2],
    }),
  ),
  spares('resp-400-malformed', 'a 415', refused('415')),
  fires(
    'resp-405-501-method',
    'an INVITE to a registrar',
    refused('405', 'Allow: REGISTER, OPTIONS'),
    {
      ...ERROR,
      args: { method: 'INVITE', allow: 'REGISTER, OPTIONS' },
      frames: [1, 2],
    },
  ),
  fires(
    'resp-405-501-method',
    'a text message that is lost',
    `alice -> gw MESSAGE ${CALLED}
    +9ms gw -> alice 501
    +40s capture ends`,
    { ...WARNING, args: { method: 'MESSAGE', code: 501 }, frames: [1, 2] },
  ),
  fires(
    'resp-message-refused',
    'a text that a full gateway refuses, seen on both sides of the proxy',
    `alice -> proxy MESSAGE ${CALLED}
    +3ms proxy -> gw MESSAGE
    +9ms gw -> proxy 503
    +1ms proxy -> alice 503
    +40s capture ends`,
    {
      ...WARNING,
      args: { code: 503, node: '203.0.113.9:5060', called: '+84901234567' },
      frames: [2, 3, 4],
    },
  ),
  fires(
    'resp-message-refused',
    'a text to somebody who is away',
    `alice -> gw MESSAGE ${CALLED}
    +9ms gw -> alice 480
    +40s capture ends`,
    { ...WARNING, severity: 'info', args: { code: 480 }, frames: [1, 2] },
  ),
  spares(
    'resp-message-refused',
    'a text that arrives with its credentials',
    `alice -> gw MESSAGE ${CALLED}
    +9ms gw -> alice 401
    +9ms alice -> gw MESSAGE ${CALLED} with auth
    +9ms gw -> alice 200
    +40s capture ends`,
  ),
  spares(
    'resp-message-refused',
    'a method that the node does not take',
    `alice -> gw MESSAGE ${CALLED}
    +9ms gw -> alice 405
    +40s capture ends`,
  ),
  spares(
    'resp-405-501-method',
    'a ping that nobody needs an answer to',
    `alice -> gw OPTIONS sip:203.0.113.9
    +9ms gw -> alice 405
    +40s capture ends`,
  ),
  fires(
    'resp-415-406-body',
    'a body that is not accepted',
    refused('415', 'Accept: application/sdp'),
    {
      ...ERROR,
      args: { sent: 'application/sdp', accepts: 'application/sdp' },
      frames: [1, 2],
    },
  ),
  spares('resp-415-406-body', 'a 488', refused('488')),
  fires(
    'resp-420-421-extension',
    'an extension that is required',
    refused('420', 'Unsupported: 100rel, timer'),
    {
      ...ERROR,
      args: { tags: ['100rel', 'timer'], code: 420 },
      frames: [1, 2],
    },
  ),
  fires('resp-420-421-extension', 'one that is missing', refused('421', 'Require: sec-agree'), {
    ...ERROR,
    args: { tags: ['sec-agree'], code: 421 },
    frames: [1, 2],
  }),
  spares(
    'resp-420-421-extension',
    'one that the next INVITE does without',
    `alice -> gw INVITE ${CALLED} with sdp
    +30ms gw -> alice 420
      Unsupported: 100rel
    +2ms alice -> gw ACK
    +9ms alice -> gw INVITE ${CALLED} with sdp
    +30ms gw -> alice 180
    +2s gw -> alice 200 with sdp
    +2ms alice -> gw ACK
    +40s capture ends`,
  ),
  fires(
    'resp-422-session-interval',
    'a caller that does not ask again',
    refused('422', 'Min-SE: 1800', 'Session-Expires: 90;refresher=uac'),
    { ...ERROR, args: { asked: '90', minimum: '1800', refusals: 1 }, frames: [1, 2] },
  ),
  spares(
    'resp-422-session-interval',
    'one that does',
    `alice -> gw INVITE ${CALLED} with sdp
      Session-Expires: 90
    +30ms gw -> alice 422
      Min-SE: 1800
    +2ms alice -> gw ACK
    +9ms alice -> gw INVITE ${CALLED} with sdp
      Session-Expires: 1800
    +30ms gw -> alice 200 with sdp
    +2ms alice -> gw ACK
    +40s capture ends`,
  ),
  fires('resp-493-smime', 'a body with the wrong key', refused('493'), {
    ...ERROR,
    args: { code: 493 },
    frames: [1, 2],
  }),
  spares('resp-493-smime', 'a 488', refused('488')),
  fires(
    'resp-494-secagree',
    'an agreement that is not answered',
    refused('494', 'Security-Server: tls;q=0.2'),
    {
      ...ERROR,
      args: { refusals: 1 },
      frames: [1, 2],
    },
  ),
  spares('resp-494-secagree', 'another refusal', refused('403')),
  fires('resp-513-size', 'a message that is too large', refused('513'), {
    ...ERROR,
    args: { code: 513, transport: 'udp' },
    frames: [1, 2],
  }),
  fires('resp-513-size', 'a body that is too large', refused('413'), {
    ...ERROR,
    args: { code: 413 },
    frames: [1, 2],
  }),
  spares('resp-513-size', 'a 500', refused('500')),
  fires('resp-555-push', 'a push service that is not served', refused('555'), {
    severity: 'info',
    confidence: 'proven',
    args: { provider: '' },
    frames: [1, 2],
  }),
  spares('resp-555-push', 'a 500', refused('500')),
  fires(
    'resp-580-precondition',
    'a bearer that does not come',
    refused('580 "Precondition Failure"'),
    {
      ...ERROR,
      args: { code: 580 },
      frames: [1, 2],
    },
  ),
  spares('resp-580-precondition', 'a 500', refused('500')),
];

const media: RuleCase[] = [
  fires(
    'resp-488-media',
    'an offer that a warning speaks of',
    refused('488', 'Warning: 304 gw "Media type not available"'),
    {
      ...ERROR,
      args: { warning: '304 Media type not available', node: GATEWAY },
      frames: [1, 2],
    },
  ),
  spares(
    'resp-488-media',
    'a re-INVITE that was refused',
    `
    ${UP}
    +3s alice -> bob INVITE with sdp(G729)
    +9ms bob -> alice 488
    +2ms alice -> bob ACK
    ${DOWN}`,
  ),
  fires('resp-606-media', 'an offer that suits no device', refused('606 "Not Acceptable"'), {
    ...ERROR,
    args: { code: 606 },
    frames: [1, 2],
  }),
  spares('resp-606-media', 'a 488', refused('488')),
];

const dialogs: RuleCase[] = [
  fires(
    'resp-481-state-lost',
    'a call that the other side no longer knows',
    `${UP}
    +60s alice -> bob INVITE with sdp
    +9ms bob -> alice 481
    +2ms alice -> bob ACK
    ${DOWN}`,
    { ...WARNING, args: { method: 'INVITE', node: BOB, ageUs: 60_002_000 }, frames: [5, 6] },
  ),
  fires(
    'resp-481-state-lost',
    'the callee behind a proxy, which passes its 481 on',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +2ms proxy -> alice 100
    +1ms proxy -> bob INVITE sip:1002@192.0.2.20
    +1s bob -> proxy 200 with sdp
    proxy -> alice 200
    +5ms alice -> proxy ACK
    proxy -> bob ACK
    +60s alice -> proxy UPDATE
    proxy -> bob UPDATE
    +5ms bob -> proxy 481
    proxy -> alice 481
    +1s alice -> proxy BYE
    proxy -> bob BYE
    +5ms bob -> proxy 481
    proxy -> alice 481
    +40s capture ends`,
    { ...WARNING, args: { method: 'UPDATE', node: BOB }, frames: [8, 10] },
  ),
  fires(
    'resp-481-state-lost',
    'a call that was to take over another',
    refused('481', '', 'Replaces: 12345@192.0.2.1;to-tag=a;from-tag=b'),
    { ...ERROR, args: { method: 'INVITE', replaces: true, ageUs: 0 }, frames: [1, 2] },
  ),
  spares(
    'resp-481-state-lost',
    'a change that crossed the BYE',
    `${UP}
    +60s bob -> alice BYE
    alice -> bob INVITE with sdp
    +1ms alice -> bob 200 for BYE
    +9ms bob -> alice 481 for INVITE
    +2ms alice -> bob ACK
    +40s capture ends`,
  ),
  fires(
    'resp-489-event',
    'a lamp that stays dark',
    `alice -> gw SUBSCRIBE sip:1001@203.0.113.9
      Event: message-summary
    +9ms gw -> alice 489
      Allow-Events: presence, dialog
    +40s capture ends`,
    {
      ...WARNING,
      args: { node: GATEWAY, event: 'message-summary', allowed: 'presence, dialog' },
      frames: [1, 2],
    },
  ),
  spares(
    'resp-489-event',
    'a subscription that works',
    `alice -> gw SUBSCRIBE sip:1001@203.0.113.9
      Event: message-summary
    +9ms gw -> alice 200
    +40s capture ends`,
  ),
  fires(
    'resp-491-glare',
    'a change that never comes',
    `${UP}
    +5s alice -> bob INVITE with sdp
    +1ms bob -> alice INVITE in-dialog with sdp
    +9ms bob -> alice 491
    +1ms alice -> bob ACK
    +1ms alice -> bob 491
    +1ms bob -> alice ACK
    ${DOWN}`,
    {
      ...INFO,
      args: { asker: ALICE, node: BOB, glares: 1, resolved: false, early: false },
      frames: [5, 7],
    },
  ),
  fires(
    'resp-491-glare',
    'a caller that does not wait',
    `${UP}
    +5s alice -> bob INVITE with sdp
    +9ms bob -> alice 491
    +1ms alice -> bob ACK
    +200ms alice -> bob INVITE with sdp
    +9ms bob -> alice 200 with sdp
    +1ms alice -> bob ACK
    ${DOWN}`,
    { ...INFO, args: { glares: 1, resolved: true, early: true }, frames: [5, 6] },
  ),
  fires(
    'resp-491-glare',
    'again and again',
    `${UP}
    ${'+5s alice -> bob INVITE with sdp\n+9ms bob -> alice 491\n+1ms alice -> bob ACK\n'.repeat(3)}
    ${DOWN}`,
    { ...WARNING, args: { glares: 3, resolved: false }, frames: [5, 6, 8, 9, 11, 12] },
  ),
  spares(
    'resp-491-glare',
    'one that settles',
    `${UP}
    +5s alice -> bob INVITE with sdp
    +9ms bob -> alice 491
    +1ms alice -> bob ACK
    +3s alice -> bob INVITE with sdp
    +9ms bob -> alice 200 with sdp
    +1ms alice -> bob ACK
    ${DOWN}`,
  ),
];

/** A redirection to the address, as its frames come: INVITE, 302, ACK. */
const redirect = (target: string, to: string): string => `
  alice -> gw INVITE ${target} with sdp
  +9ms gw -> alice 302
    Contact: <${to}>
  +2ms alice -> gw ACK
`;

const redirects: RuleCase[] = [
  fires(
    'redirect-loop',
    'an address that comes back',
    `${redirect('sip:1001@203.0.113.9', 'sip:1002@203.0.113.9')}
    ${redirect('sip:1002@203.0.113.9', 'sip:1001@203.0.113.9')}
    ${redirect('sip:1001@203.0.113.9', 'sip:1002@203.0.113.9')}
    +40s capture ends`,
    {
      ...ERROR,
      args: {
        node: GATEWAY,
        redirects: 3,
        repeated: true,
        targets: ['sip:1002@203.0.113.9', 'sip:1001@203.0.113.9', 'sip:1002@203.0.113.9'],
      },
      frames: [2, 5, 8],
    },
  ),
  fires(
    'redirect-loop',
    'one new address after another',
    `${[1, 2, 3, 4, 5, 6].map((at) => redirect(`sip:${at}@203.0.113.9`, `sip:${at + 1}@203.0.113.9`)).join('')}
    +40s capture ends`,
    { ...ERROR, args: { redirects: 6, repeated: false }, frames: [2, 5, 8, 11, 14, 17] },
  ),
  spares(
    'redirect-loop',
    'a load balancer',
    `${redirect('sip:1001@203.0.113.9', 'sip:1001@192.0.2.20')}
    alice -> bob INVITE sip:1001@192.0.2.20 with sdp
    +9ms bob -> alice 486
    +2ms alice -> bob ACK
    +40s capture ends`,
  ),
  fires(
    'redirect-not-followed',
    'nobody calls the new address',
    `${redirect('sip:1001@203.0.113.9', 'sip:1002@192.0.2.20')} +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'possible',
      args: { client: ALICE, node: GATEWAY, code: 302, contact: 'sip:1002@192.0.2.20' },
      frames: [1, 2],
    },
  ),
  fires(
    'redirect-not-followed',
    'a phone behind the proxy redirects',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +2ms proxy -> alice 100
    +1ms proxy -> bob INVITE sip:1002@192.0.2.20
    +90ms bob -> proxy 302
      Contact: <sip:1055@example.com>
    proxy -> bob ACK
    proxy -> alice 302
      Contact: <sip:1055@example.com>
    alice -> proxy ACK
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'possible',
      args: { client: ALICE, node: BOB, code: 302 },
      frames: [1, 6],
    },
  ),
  spares(
    'redirect-not-followed',
    'a caller that goes there',
    `${redirect('sip:1001@203.0.113.9', 'sip:1002@192.0.2.20')}
    +9ms alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +9ms bob -> alice 180
    +2s bob -> alice 200 with sdp
    +2ms alice -> bob ACK
    +40s capture ends`,
  ),
  spares(
    'redirect-not-followed',
    'a capture that ends too early to say',
    flowFromText(
      `${CAST}\n${redirect('sip:1001@203.0.113.9', 'sip:1002@192.0.2.20')} +2s capture ends`,
    ),
  ),
];

export const sessionRefusalCases: readonly RuleCase[] = [
  ...messages,
  ...media,
  ...dialogs,
  ...redirects,
];
