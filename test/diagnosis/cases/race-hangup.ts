/** CANCEL and BYE that came too early, crossed something, did not match or were lost. */
import { fires, type RuleCase, spares } from './case.ts';

const ALICE = '192.0.2.10:5060';
const BOB = '192.0.2.20:5060';
const PROXY = '198.51.100.1:5060';

/** Frames: INVITE 1, 100 2, 180 3. */
const RINGING = `
  alice -> bob INVITE sip:1002@192.0.2.20 with sdp
  +20ms bob -> alice 100
  +80ms bob -> alice 180
`;
/** … and 200 4, ACK 5. */
const UP = `
  ${RINGING}
  +4s bob -> alice 200 with sdp
  +10ms alice -> bob ACK
`;

/** Frames: INVITE 1, 100 2, INVITE 3, 180 4 and 5. */
const FORWARDED = `
  alice -> proxy INVITE sip:1002@example.com with sdp
  +2ms proxy -> alice 100
  +1ms proxy -> bob INVITE sip:1002@192.0.2.20
  +80ms bob -> proxy 180
  +1ms proxy -> alice 180
`;

const beforeProvisional: RuleCase[] = [
  spares(
    'cancel-before-provisional',
    'a phone that keeps the call all the same',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +5ms alice -> bob CANCEL
    +20ms bob -> alice 100 for INVITE
    +5ms bob -> alice 200 for INVITE with sdp
    +5ms bob -> alice 200 for CANCEL
    +20ms alice -> bob ACK
    +12s alice -> bob INFO
    +5ms bob -> alice 200
    +40s capture ends`,
  ),
  fires(
    'cancel-before-provisional',
    'a CANCEL that is refused, and the phone rings',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +200ms alice -> bob CANCEL
    +5ms bob -> alice 481 for CANCEL
    +300ms bob -> alice 180 for INVITE
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { sender: ALICE, node: BOB, afterUs: 200_000, how: 'refused' },
      frames: [1, 2, 3],
    },
  ),
  fires(
    'cancel-before-provisional',
    'a CANCEL that is confirmed, and the phone rings',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +200ms alice -> bob CANCEL
    +5ms bob -> alice 200 for CANCEL
    +300ms bob -> alice 180 for INVITE
    +40s capture ends`,
    { severity: 'warning', confidence: 'proven', args: { how: 'went-on' }, frames: [1, 2, 4] },
  ),
  spares(
    'cancel-before-provisional',
    'an early CANCEL that works',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +200ms alice -> bob CANCEL
    +5ms bob -> alice 200 for CANCEL
    +1ms bob -> alice 487 for INVITE
    +1ms alice -> bob ACK
    +40s capture ends`,
  ),
  spares(
    'cancel-before-provisional',
    'a CANCEL after the 100',
    `${RINGING} +5s alice -> bob CANCEL\n +5ms bob -> alice 481 for CANCEL\n +40s capture ends`,
  ),
];

const mismatch: RuleCase[] = [
  fires(
    'cancel-mismatch',
    'another branch',
    `
    ${RINGING}
    +5s alice -> bob CANCEL
      Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKother;rport
    +5ms bob -> alice 481 for CANCEL
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { field: 'Via', sender: ALICE, node: BOB, found: 'z9hG4bKother', code: 481 },
      frames: [1, 4, 5],
    },
  ),
  fires(
    'cancel-mismatch',
    'another Request-URI',
    `
    ${RINGING}
    +5s alice -> bob CANCEL sip:1002@example.com
    +5ms bob -> alice 481 for CANCEL
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        field: 'Request-URI',
        found: 'sip:1002@example.com',
        expected: 'sip:1002@192.0.2.20',
      },
      frames: [1, 4, 5],
    },
  ),
  fires(
    'cancel-mismatch',
    'the CSeq number of another request',
    `
    ${RINGING}
    +5s alice -> bob CANCEL
      CSeq: 2 CANCEL
    +5ms bob -> alice 481 for CANCEL
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { field: 'CSeq', found: '2', expected: '1' },
      frames: [1, 4, 5],
    },
  ),
  spares(
    'cancel-mismatch',
    'another Request-URI that the server takes',
    `
    ${RINGING}
    +5s alice -> bob CANCEL sip:1002@example.com
    +5ms bob -> alice 200 for CANCEL
    +1ms bob -> alice 487 for INVITE
    +1ms alice -> bob ACK
    +40s capture ends`,
  ),
  spares(
    'cancel-mismatch',
    'a late CANCEL in order',
    `${RINGING} +5s bob -> alice 486\n +1ms alice -> bob CANCEL\n +5ms bob -> alice 481 for CANCEL\n +1ms alice -> bob ACK`,
  ),
];

const lost: RuleCase[] = [
  fires(
    'cancel-481',
    'a server that forgot the call, and it is answered',
    `
    ${RINGING}
    +5s alice -> bob CANCEL
    +5ms bob -> alice 481 for CANCEL
    +2s bob -> alice 200 for INVITE with sdp
    +5ms alice -> bob ACK
    +1s alice -> bob BYE
    +5ms bob -> alice 200
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { node: BOB, sender: ALICE, how: 'went-on' },
      frames: [1, 4, 5, 6],
    },
  ),
  fires(
    'cancel-481',
    'a server that forgot the call',
    `${RINGING} +5s alice -> bob CANCEL\n +5ms bob -> alice 481 for CANCEL\n +40s capture ends`,
    { severity: 'info', confidence: 'proven', args: { how: 'ended' }, frames: [1, 4, 5] },
  ),
  spares(
    'cancel-481',
    'a CANCEL that crossed the 486',
    `${RINGING} +5s bob -> alice 486\n +1ms alice -> bob CANCEL\n +5ms bob -> alice 481 for CANCEL\n +1ms alice -> bob ACK`,
  ),
  fires(
    'cancel-no-487',
    'a phone that goes on ringing',
    `${RINGING} +5s alice -> bob CANCEL\n +5ms bob -> alice 200 for CANCEL\n +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'confirmed', node: BOB, waitedUs: 40_005_000 },
      frames: [4, 5],
    },
  ),
  fires(
    'cancel-no-487',
    'the trunk behind the proxy, not the proxy',
    `
    alice -> proxy INVITE sip:+84901234567@example.com with sdp
    +2ms proxy -> alice 100
    +1ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    +80ms gw -> proxy 180
    +1ms proxy -> alice 180
    +5s alice -> proxy CANCEL
    +2ms proxy -> alice 200 for CANCEL
    +1ms proxy -> gw CANCEL
    +9ms gw -> proxy 200 for CANCEL
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { node: '203.0.113.9:5060' },
      frames: [8, 9],
    },
  ),
  fires(
    'cancel-no-487',
    'a proxy that keeps the CANCEL for itself, and the phone answers',
    `${FORWARDED}
    +5s alice -> proxy CANCEL
    +2ms proxy -> alice 200 for CANCEL
    +1ms proxy -> alice 487 for INVITE
    +1ms alice -> proxy ACK
    +6s bob -> proxy 200 for INVITE with sdp
    retransmit x10 G
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { how: 'not-forwarded', node: PROXY, callee: BOB, answered: true, waitedUs: 6_004_000 },
      frames: [6, 7, 3, 10],
    },
  ),
  fires(
    'cancel-no-487',
    'a phone that does not even confirm the CANCEL',
    `${FORWARDED}
    +5s alice -> proxy CANCEL
    +2ms proxy -> alice 200 for CANCEL
    +1ms proxy -> bob CANCEL
    retransmit x10 E
    +32s proxy -> alice 408 for INVITE
    +1ms alice -> proxy ACK
    +10s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { how: 'ignored', node: BOB, callee: BOB, answered: false },
      frames: [8],
    },
  ),
  spares(
    'cancel-no-487',
    'a proxy that passes the CANCEL on as soon as the phone rings',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +2ms proxy -> alice 100
    +1ms proxy -> bob INVITE sip:1002@192.0.2.20
    +5s alice -> proxy CANCEL
    +2ms proxy -> alice 200 for CANCEL
    +3s bob -> proxy 180 for INVITE
    +1ms proxy -> bob CANCEL
    +2ms bob -> proxy 200 for CANCEL
    +1ms bob -> proxy 487 for INVITE
    proxy -> bob ACK
    proxy -> alice 487 for INVITE
    alice -> proxy ACK
    +40s capture ends`,
  ),
  spares(
    'cancel-no-487',
    'a 200 that crossed the CANCEL',
    `${FORWARDED}
    +5s alice -> proxy CANCEL
    +2ms proxy -> alice 200 for CANCEL
    +40ms bob -> proxy 200 for INVITE with sdp
    proxy -> alice 200 for INVITE
    +5ms alice -> proxy ACK
    proxy -> bob ACK
    +5ms alice -> proxy BYE
    proxy -> bob BYE
    +5ms bob -> proxy 200 for BYE
    proxy -> alice 200 for BYE
    +40s capture ends`,
  ),
  spares(
    'cancel-no-487',
    'a capture that ends after 20 s',
    `${RINGING} +5s alice -> bob CANCEL\n +5ms bob -> alice 200 for CANCEL\n +20s capture ends`,
  ),
  spares(
    'cancel-no-487',
    'an ACK that shows that there was one',
    `
    ${RINGING}
    +5s alice -> bob CANCEL
    +5ms bob -> alice 200 for CANCEL
    +1ms bob -> alice 487 for INVITE unseen
    +1ms alice -> bob ACK
    +40s capture ends`,
  ),
];

const crossed: RuleCase[] = [
  fires('cancel-200-race', 'ended by the caller', 'cancel-crosses-200-bye', {
    severity: 'info',
    confidence: 'proven',
    args: { apartUs: 200, caller: ALICE, callee: BOB, ended: 'caller', afterUs: 20_000 },
    frames: [4, 5, 8],
  }),
  fires('cancel-200-race', 'left to itself', 'cancel-crosses-200-no-bye', {
    severity: 'error',
    confidence: 'proven',
    args: { ended: 'not-seen' },
    frames: [4, 5],
  }),
  fires(
    'cancel-200-race',
    'ended by the callee, who heard nobody',
    `
    ${RINGING}
    +5s alice -> bob CANCEL
    +59ms bob -> alice 200 for INVITE with sdp
    +1ms bob -> alice 200 for CANCEL
    +20ms alice -> bob ACK
    +12s bob -> alice BYE
    +5ms alice -> bob 200
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { apartUs: 59_000, ended: 'callee', afterUs: 12_021_000 },
      frames: [4, 5, 8],
    },
  ),
  spares(
    'cancel-200-race',
    'a caller who goes on talking',
    `
    ${RINGING}
    +5s alice -> bob CANCEL
    +59ms bob -> alice 200 for INVITE with sdp
    +1ms bob -> alice 200 for CANCEL
    +20ms alice -> bob ACK
    +12s alice -> bob INFO
    +5ms bob -> alice 200
    +40s capture ends`,
  ),
  spares(
    'cancel-200-race',
    'a CANCEL that came in time',
    `
    ${RINGING}
    +5s alice -> bob CANCEL
    +1ms bob -> alice 200 for CANCEL
    +1ms bob -> alice 487 for INVITE
    +20ms alice -> bob ACK
    +40s capture ends`,
  ),
];

const FORK = `
  alice -> proxy INVITE sip:1002@example.com with sdp
  +2ms proxy -> alice 100
  +1ms proxy -> bob INVITE sip:1002@192.0.2.20
  +1ms proxy -> carol INVITE sip:1002@192.0.2.30
  +60ms bob -> proxy 180 tag=b
  +1ms proxy -> alice 180
  +60ms carol -> proxy 180 tag=c
  +1ms proxy -> alice 180
  +3s bob -> proxy 200 with sdp tag=b
  +1ms proxy -> alice 200
  +1ms proxy -> carol CANCEL
`;
const LOST = `
  +1ms carol -> proxy 200 for CANCEL
  +1ms carol -> proxy 487 for INVITE tag=c
  +1ms proxy -> carol ACK
  +1ms alice -> proxy ACK
  +1ms proxy -> bob ACK
  +20s alice -> proxy BYE
  +1ms proxy -> bob BYE
  +1ms bob -> proxy 200
  +1ms proxy -> alice 200
  +40s capture ends
`;

const elsewhere: RuleCase[] = [
  fires(
    'cancel-completed-elsewhere-missing',
    'a phone that will show a missed call',
    `${FORK} ${LOST}`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { node: PROXY, phones: ['192.0.2.30:5060'] },
      frames: [9, 11],
    },
  ),
  spares(
    'cancel-completed-elsewhere-missing',
    'a CANCEL that says so',
    `${FORK} Reason: SIP;cause=200;text="Call completed elsewhere"\n ${LOST}`,
  ),
];

const early: RuleCase[] = [
  fires(
    'early-bye',
    'a callee that hangs up before it answers',
    `
    ${RINGING}
    +5s bob -> alice BYE
    +5ms alice -> bob 481 for BYE
    +1s bob -> alice 486 for INVITE
    +5ms alice -> bob ACK
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { by: 'callee', state: 'early', sender: BOB, code: 481 },
      frames: [3, 4, 6],
    },
  ),
  fires(
    'early-bye',
    'a caller whose BYE is refused',
    `
    ${RINGING}
    +5s alice -> bob BYE
    +5ms bob -> alice 481 for BYE
    +10s bob -> alice 480 for INVITE
    +5ms alice -> bob ACK
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { by: 'caller', state: 'early', sender: ALICE },
      frames: [3, 4, 6],
    },
  ),
  fires(
    'early-bye',
    'a callee that hangs up before the ACK',
    `
    ${RINGING}
    +5s bob -> alice 200 with sdp
    +50ms bob -> alice BYE
    +5ms alice -> bob ACK
    +1ms alice -> bob 200
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { by: 'callee', state: 'unacknowledged', code: 200 },
      frames: [4, 5],
    },
  ),
  spares(
    'early-bye',
    'a caller whose BYE is taken',
    `
    ${RINGING}
    +5s alice -> bob BYE
    +5ms bob -> alice 200 for BYE
    +1ms bob -> alice 487 for INVITE
    +5ms alice -> bob ACK
    +40s capture ends`,
  ),
  spares('early-bye', 'a callee that gives up on the ACK', 'ack-missing-2xx'),
  spares(
    'early-bye',
    'a callee whose T1 is short, and that gives up on the ACK',
    `
    ${RINGING}
    +4s bob -> alice 200 with sdp
    retransmit x6 T1 t1=100ms
    +6400ms bob -> alice BYE
    +5ms alice -> bob 200
    +40s capture ends`,
  ),
  spares('early-bye', 'a healthy call', 'healthy-direct'),
];

const byes: RuleCase[] = [
  fires(
    'bye-481',
    'a callee that forgot the call',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice 481\n +40s capture ends`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { node: BOB, sender: ALICE, how: 'unknown' },
      frames: [6, 7],
    },
  ),
  fires(
    'bye-481',
    'tags of another call',
    `${UP} +60s alice -> bob BYE\n To: <sip:1002@192.0.2.20>;tag=strange\n +5ms bob -> alice 481\n +40s capture ends`,
    { severity: 'warning', confidence: 'proven', args: { how: 'tags' }, frames: [6, 7] },
  ),
  fires('bye-481', 'a capture that began in mid-call', 'midcall-bye-481', {
    severity: 'info',
    confidence: 'likely',
    args: { how: 'midcall' },
    frames: [1, 2],
  }),
  fires(
    'bye-481',
    'a proxy that does not pass it on, and the callee hangs up minutes later',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice 481\n +280s bob -> alice BYE in-dialog\n +5ms alice -> bob 481\n +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { node: BOB, how: 'stayed-up', farEnd: BOB, upUs: 280_005_000 },
      frames: [6, 7, 8],
    },
  ),
  fires(
    'bye-481',
    'the late hang-up of the callee is confirmed',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice 481\n +280s bob -> alice BYE in-dialog\n +5ms alice -> bob 200\n +40s capture ends`,
    { severity: 'warning', confidence: 'proven', args: { how: 'stayed-up' }, frames: [6, 7, 8] },
  ),
  spares(
    'bye-481',
    'a copy of the hang-up that is still on its way after half a minute',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice 481\n +31s bob -> alice BYE in-dialog\n +5ms alice -> bob 200\n +40s capture ends`,
  ),
  spares(
    'bye-481',
    'the callee had hung up minutes before',
    `${UP} +60s alice -> bob BYE\n +200s bob -> alice BYE in-dialog\n +5ms alice -> bob 481\n +40s capture ends`,
  ),
  spares(
    'bye-481',
    'a BYE that crossed another one',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice BYE in-dialog\n +5ms bob -> alice 481\n +1ms alice -> bob 200\n +40s capture ends`,
  ),
  spares(
    'bye-481',
    'two that crossed, and both are refused',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice BYE in-dialog\n +5ms bob -> alice 481\n +1ms alice -> bob 481\n +40s capture ends`,
  ),
  fires(
    'bye-crossed',
    'one of the two is refused',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice BYE in-dialog\n +5ms bob -> alice 481\n +1ms alice -> bob 200\n +40s capture ends`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { first: ALICE, second: BOB, apartUs: 5000, code: 481 },
      frames: [6, 7, 8],
    },
  ),
  spares(
    'bye-crossed',
    'both are confirmed',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice BYE in-dialog\n +5ms bob -> alice 200\n +1ms alice -> bob 200\n +40s capture ends`,
  ),
  spares(
    'bye-crossed',
    'both are confirmed in a call that was challenged',
    `
    alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +5ms bob -> alice 407
    +1ms alice -> bob ACK
    +1ms alice -> bob INVITE sip:1002@192.0.2.20 with sdp with auth
    +80ms bob -> alice 180
    +4s bob -> alice 200 with sdp
    +10ms alice -> bob ACK
    +60s alice -> bob BYE
    +5ms bob -> alice BYE in-dialog
    +5ms bob -> alice 200
    +1ms alice -> bob 200
    +40s capture ends`,
  ),
  fires(
    'bye-unanswered',
    'eleven copies to a phone that is gone',
    `${UP} +60s alice -> bob BYE\n retransmit x10 E\n +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { target: BOB, sender: ALICE, copies: 11, code: 0 },
      frames: [6],
    },
  ),
  fires(
    'bye-unanswered',
    'a proxy that waited in vain',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +3ms proxy -> bob INVITE sip:1002@192.0.2.20
    +80ms bob -> proxy 180
    +1ms proxy -> alice 180
    +4s bob -> proxy 200 with sdp
    +1ms proxy -> alice 200
    +10ms alice -> proxy ACK
    +1ms proxy -> bob ACK
    +60s alice -> proxy BYE
    +1ms proxy -> bob BYE
    retransmit x10 E
    +32s proxy -> alice 408
    +40s capture ends`,
    { severity: 'warning', confidence: 'proven', args: { code: 408 }, frames: [9, 21] },
  ),
  fires(
    'bye-unanswered',
    'the other side never heard of it, and is refused when it hangs up itself',
    `${UP} +60s alice -> bob BYE\n retransmit x10 E\n +45s bob -> alice BYE in-dialog\n +5ms alice -> bob 481\n +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { target: BOB, sender: ALICE, copies: 11, code: 0, farEnd: BOB, upUs: 45_000_000 },
      frames: [6, 17],
    },
  ),
  fires(
    'bye-unanswered',
    'a challenge that its sender leaves alone, and the callee stays up',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice 407\n +140s bob -> alice BYE in-dialog\n +5ms alice -> bob 481\n +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { code: 407, farEnd: BOB, upUs: 140_005_000 },
      frames: [6, 7, 8],
    },
  ),
  spares(
    'bye-unanswered',
    'a challenge that is answered',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice 407\n +5ms alice -> bob BYE with auth\n +5ms bob -> alice 200\n +40s capture ends`,
  ),
  spares(
    'bye-unanswered',
    'a challenge that the hang-up of the other side crosses',
    `${UP} +60s alice -> bob BYE\n +5ms bob -> alice 407\n +1s bob -> alice BYE in-dialog\n +5ms alice -> bob 200\n +40s capture ends`,
  ),
  spares('bye-unanswered', 'a healthy call', 'healthy-direct'),
  spares(
    'bye-unanswered',
    'the third copy is confirmed',
    `${UP} +60s alice -> bob BYE\n retransmit x2 E\n +2s bob -> alice 200\n +40s capture ends`,
  ),
  spares(
    'bye-unanswered',
    'the other side hangs up as well and is heard',
    `${UP} +60s alice -> bob BYE\n retransmit x10 E\n +5ms bob -> alice BYE in-dialog\n +5ms alice -> bob 200\n +40s capture ends`,
  ),
];

const SESSION = (rest: string): string => `
  ${RINGING}
  +4s bob -> alice 200 with sdp
    Session-Expires: 90;refresher=uac
  +10ms alice -> bob ACK
  ${rest}
`;

const zombies: RuleCase[] = [
  fires('dialog-zombie', 'neither a refresh nor a BYE', SESSION('+300s capture ends'), {
    severity: 'warning',
    confidence: 'likely',
    args: { sessionSeconds: 90, refresher: 'uac', overdueUs: 210_010_000 },
    frames: [4],
  }),
  spares('dialog-zombie', 'a capture that ends soon after', SESSION('+100s capture ends')),
  spares(
    'dialog-zombie',
    'a refresh in time',
    SESSION(
      '+45s alice -> bob UPDATE\n Session-Expires: 90\n +5ms bob -> alice 200\n Session-Expires: 90;refresher=uac\n +100s capture ends',
    ),
  ),
  spares('dialog-zombie', 'no session timer', `${UP} +300s capture ends`),
];

export const hangUpCases: readonly RuleCase[] = [
  ...beforeProvisional,
  ...mismatch,
  ...lost,
  ...crossed,
  ...elsewhere,
  ...early,
  ...byes,
  ...zombies,
];
