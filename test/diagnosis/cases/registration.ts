/** Registrations that fail, and calls to devices that are registered no more. */
import { fires, type RuleCase, spares } from './case.ts';

const PROXY = '198.51.100.1:5060';
const END = '+60s capture ends';

const failed: readonly RuleCase[] = [
  fires(
    'register-failed',
    '403 after credentials',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 401
    +4ms alice -> proxy REGISTER with wrong-auth
    +3ms proxy -> alice 403
    ${END}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        aor: '1001@example.com',
        registrar: PROXY,
        code: 403,
        how: 'refused',
        requests: 2,
        worked: false,
      },
      frames: [3, 4],
    },
  ),
  fires(
    'register-failed',
    '503 at the refresh',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 200
    +1800s alice -> proxy REGISTER
    +3ms proxy -> alice 503
    ${END}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { code: 503, how: 'refused', worked: true },
      frames: [3, 4],
    },
  ),
  fires(
    'register-failed',
    'a challenge that nothing followed',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 401
    ${END}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { code: 401, how: 'unauthorised', requests: 1 },
      frames: [1, 2],
    },
  ),
  fires(
    'register-failed',
    'a second challenge after credentials',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 401
    +4ms alice -> proxy REGISTER with wrong-auth
    +3ms proxy -> alice 401
    ${END}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { code: 401, how: 'credentials-refused', requests: 2 },
      frames: [3, 4],
    },
  ),
  fires(
    'register-failed',
    'a redirect that was not followed',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 302
      Contact: <sip:198.51.100.77>
    ${END}`,
    { severity: 'warning', confidence: 'proven', args: { how: 'redirected' }, frames: [1, 2] },
  ),
  fires(
    'register-failed',
    'a refusal at the end of the capture, after which the device may try again',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 503
    +5s capture ends`,
    { severity: 'error', confidence: 'likely', args: { code: 503 }, frames: [1, 2] },
  ),
  spares('register-failed', 'challenge and credentials', 'healthy-register'),
  spares(
    'register-failed',
    'a challenge a moment before the capture ended',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 401
    +20s capture ends`,
  ),
  spares(
    'register-failed',
    'a refusal that the device got over',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 503
    +30s alice -> proxy REGISTER
    +3ms proxy -> alice 200
    ${END}`,
  ),
  spares(
    'register-failed',
    'signing off where nothing was bound',
    `alice -> proxy REGISTER
      Expires: 0
    +3ms proxy -> alice 404
    ${END}`,
  ),
  spares(
    'register-failed',
    'a scanner',
    `alice -> proxy REGISTER
      User-Agent: friendly-scanner
    +3ms proxy -> alice 403
    ${END}`,
  ),
];

const brief: readonly RuleCase[] = [
  fires(
    'register-interval-too-brief',
    'a minimum that is learned once',
    `alice -> proxy REGISTER
      Expires: 30
    +3ms proxy -> alice 423
      Min-Expires: 60
    +4ms alice -> proxy REGISTER
      Expires: 60
    +3ms proxy -> alice 200
    ${END}`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { askedS: 30, minimumS: 60, refusals: 1, recovered: true },
      frames: [1, 2],
    },
  ),
  fires(
    'register-interval-too-brief',
    'a device that asks for the same again',
    `alice -> proxy REGISTER
      Expires: 30
    +3ms proxy -> alice 423
      Min-Expires: 60
    +4ms alice -> proxy REGISTER
      Expires: 30
    +3ms proxy -> alice 423
      Min-Expires: 60
    ${END}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { refusals: 2, recovered: false },
      frames: [1, 2],
    },
  ),
  spares(
    'register-interval-too-brief',
    'the capture ended before the next try',
    `alice -> proxy REGISTER
      Expires: 30
    +3ms proxy -> alice 423
      Min-Expires: 60
    +2s capture ends`,
  ),
];

const outbound: readonly RuleCase[] = [
  fires(
    'register-outbound-439-430',
    'an edge proxy without Outbound',
    `alice -> proxy REGISTER
      Supported: path, outbound
    +3ms proxy -> alice 439 "First Hop Lacks Outbound Support"
    ${END}`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: PROXY, code: 439, recovered: false },
      frames: [1, 2],
    },
  ),
  fires(
    'register-outbound-439-430',
    'a flow that was lost and opened again',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 430 "Flow Failed"
    +2s alice -> proxy REGISTER
    +3ms proxy -> alice 200
    ${END}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { code: 430, recovered: true },
      frames: [1, 2],
    },
  ),
  spares('register-outbound-439-430', 'a plain registration', 'healthy-register'),
];

const NAT = 'nina = 10.0.0.7:5060 behind 203.0.113.77:40312 user=1007';

const contacts: readonly RuleCase[] = [
  fires(
    'register-contact-unroutable',
    'a private Contact that a registrar took over without noticing the NAT',
    `${NAT}
    nina -> proxy REGISTER
    +3ms proxy -> nina 200
      Via: SIP/2.0/UDP 10.0.0.7:5060;branch=z9hG4bKnina
    ${END}`.replace('REGISTER\n', 'REGISTER branch=z9hG4bKnina\n'),
    {
      severity: 'warning',
      confidence: 'likely',
      args: { contact: '10.0.0.7:5060', source: '203.0.113.77:40312', tried: false },
      frames: [1, 2],
    },
  ),
  spares(
    'register-contact-unroutable',
    'a registrar that sends calls to where the device is seen',
    `${NAT}
    nina -> proxy REGISTER
    +3ms proxy -> nina 200
      Via: SIP/2.0/UDP 10.0.0.7:5060;branch=z9hG4bKnina
    +20s proxy -> nina INVITE sip:nina@10.0.0.7:5060 new with sdp
    +50ms nina -> proxy 486
    proxy -> nina ACK
    ${END}`.replace('REGISTER\n', 'REGISTER branch=z9hG4bKnina\n'),
  ),
  spares(
    'register-contact-unroutable',
    'a registrar that noticed where the REGISTER came from',
    `${NAT}
    nina -> proxy REGISTER
    +3ms proxy -> nina 200
    ${END}`,
  ),
  fires(
    'register-many-bindings',
    'a dozen contacts',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 200
    ${Array.from({ length: 12 }, (_, at) => `  +Contact: <sip:1001@192.0.2.${at + 50}:5060>;expires=60`).join('\n')}
    ${END}`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { bindings: 13, aor: '1001@example.com' },
      frames: [2],
    },
  ),
  spares(
    'register-many-bindings',
    'three devices',
    `alice -> proxy REGISTER
    +3ms proxy -> alice 200
      +Contact: <sip:1001@192.0.2.50:5060>;expires=60
      +Contact: <sip:1001@192.0.2.51:5060>;expires=60
    ${END}`,
  ),
];

const BOB = (expires: number, at = ''): string =>
  `${at} bob -> proxy REGISTER
    Expires: ${expires}
  +3ms proxy -> bob 200`;
const CALL = `@65s alice -> proxy INVITE sip:1002@example.com with sdp
  +3ms proxy -> alice 100
  +2ms proxy -> alice 480
  alice -> proxy ACK
  +40s capture ends`;

const calls: readonly RuleCase[] = [
  fires(
    'register-expired-at-call',
    'a registration that ran out five seconds before',
    'register-expired-at-call',
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        aor: '1002@example.com',
        place: '192.0.2.20:5060',
        grantedS: 60,
        // The 200 came at 3 ms, the INVITE at 65 s.
        agoUs: 4_997_000,
        code: 480,
        node: PROXY,
      },
      frames: [3, 5],
    },
  ),
  fires(
    'register-expired-at-call',
    'an INVITE by the address of the registrar',
    `${BOB(60)}
    @65s alice -> proxy INVITE sip:1002@198.51.100.1 with sdp
    +3ms proxy -> alice 404
    alice -> proxy ACK
    +40s capture ends`,
    { severity: 'error', confidence: 'proven', args: { code: 404 }, frames: [3, 4] },
  ),
  spares('register-expired-at-call', 'a refresh in time', 'register-expired-at-call-near-miss'),
  spares('register-expired-at-call', 'a registration that still holds', `${BOB(3600)}\n${CALL}`),
  spares(
    'register-expired-at-call',
    'a device that signed off',
    `${BOB(60)}\n${BOB(0, '+20s')}\n${CALL}`,
  ),
  spares(
    'register-expired-at-call',
    'another device of the same address',
    `${BOB(60)}
    +10s carol -> proxy REGISTER from=sip:1002@example.com to=sip:1002@example.com
    +3ms proxy -> carol 200
    ${CALL}`,
  ),
  spares(
    'register-expired-at-call',
    'somebody else was called',
    `${BOB(60).replaceAll('bob', 'carol')}\n${CALL}`,
  ),
];

const events: readonly RuleCase[] = [
  fires(
    'subscribe-failed',
    'an event package that the server does not have',
    `alice -> pbx SUBSCRIBE sip:1002@example.com
      Event: message-summary
    +3ms pbx -> alice 489
    ${END}`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { event: 'message-summary', code: 489, how: 'refused', resource: '1002@example.com' },
      frames: [1, 2],
    },
  ),
  fires(
    'subscribe-failed',
    'accepted, and no NOTIFY',
    `alice -> pbx SUBSCRIBE sip:1002@example.com
      Event: dialog
    +3ms pbx -> alice 202
    ${END}`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { event: 'dialog', code: 0, how: 'no-notify' },
      frames: [1, 2],
    },
  ),
  spares('subscribe-failed', 'a lamp that works', 'healthy-subscribe'),
  spares(
    'subscribe-failed',
    'a NOTIFY may still come',
    `alice -> pbx SUBSCRIBE sip:1002@example.com
      Event: dialog
    +3ms pbx -> alice 202
    +20s capture ends`,
  ),
  spares(
    'subscribe-failed',
    'giving up what is gone already',
    `alice -> pbx SUBSCRIBE sip:1002@example.com
      Event: dialog
      Expires: 0
    +3ms pbx -> alice 404
    ${END}`,
  ),
  fires(
    'notify-481',
    'a phone that was restarted',
    `pbx -> alice NOTIFY sip:1001@192.0.2.10
      Event: message-summary
    +3ms alice -> pbx 481
    ${END}`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { event: 'message-summary', sender: '198.51.100.20:5060', count: 1 },
      frames: [1, 2],
    },
  ),
  spares('notify-481', 'a lamp that works', 'healthy-subscribe'),
];

const TALK = (end: string): string => `
  alice -> gw INVITE sip:+84901234567@example.com with sdp
  +5ms gw -> alice 100
  +400ms gw -> alice 200 with sdp
  +10ms alice -> gw ACK
  +3s alice -> gw INFO
    Content-Type: application/dtmf-relay
    | Signal=5
    | Duration=160
  +5ms gw -> alice ${end}
  +5s alice -> gw BYE
  +5ms gw -> alice 200
  +40s capture ends`;

const digits: readonly RuleCase[] = [
  fires('info-dtmf-rejected', 'a gateway that takes no INFO', TALK('415'), {
    severity: 'warning',
    confidence: 'proven',
    args: { node: '203.0.113.9:5060', code: 415, type: 'application/dtmf-relay', count: 1 },
    frames: [5, 6],
  }),
  spares('info-dtmf-rejected', 'digits that were taken', TALK('200')),
];

export const registrationCases: readonly RuleCase[] = [
  ...failed,
  ...brief,
  ...outbound,
  ...contacts,
  ...calls,
  ...events,
  ...digits,
];
