/** PRACK, preconditions, forks, hunts and early media. */
import { fires, type RuleCase, spares } from './case.ts';
import { media } from './sdp-bodies.ts';

const BOB = '192.0.2.20:5060';
const CAROL = '192.0.2.30:5060';
const GATEWAY = '203.0.113.9:5060';
const PROXY = '198.51.100.1:5060';

const INVITE = 'alice -> gw INVITE sip:+84901234567@203.0.113.9 with sdp';

/** Frames: INVITE 1, 100 2, 183 3. */
const RELIABLE = `
  ${INVITE}
  +20ms gw -> alice 100
  +300ms gw -> alice 183 with sdp reliable
`;

const prack: RuleCase[] = [
  fires(
    'prack-missing',
    'a callee that gives up after 64·T1',
    `
    ${RELIABLE}
    retransmit x6 T1
    +32s gw -> alice 504
    +5ms alice -> gw ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: {
        node: GATEWAY,
        code: 183,
        copies: 7,
        elapsedUs: 31_500_000,
        unheeded: false,
        endCode: 504,
        clock: { clock: 'prack-wait', gapUs: 32_000_000, from: 30, to: 36, holder: GATEWAY },
      },
      frames: [3, 10],
    },
  ),
  fires(
    'prack-missing',
    'a call that is answered all the same',
    `
    ${RELIABLE}
    retransmit x2 T1
    +3s gw -> alice 200 with sdp
    +5ms alice -> gw ACK
    +20s alice -> gw BYE
    +5ms gw -> alice 200
    +40s capture ends`,
    { severity: 'warning', confidence: 'proven', args: { copies: 3, endCode: 0 }, frames: [3] },
  ),
  fires(
    'prack-missing',
    'a PRACK that does not arrive',
    `
    ${RELIABLE}
    retransmit x6 T1
    +20ms alice -> gw PRACK
    +32s gw -> alice 500 for INVITE
    +5ms alice -> gw ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { unheeded: true, endCode: 500 },
      frames: [3, 4, 11],
    },
  ),
  spares(
    'prack-missing',
    'a PRACK after the second copy',
    `
    ${RELIABLE}
    retransmit x1 T1
    +520ms alice -> gw PRACK
    +5ms gw -> alice 200
    +3s gw -> alice 200 for INVITE
    +5ms alice -> gw ACK
    +40s capture ends`,
  ),
  spares(
    'prack-missing',
    'a 180 that is repeated without being reliable',
    `${INVITE}\n +20ms gw -> alice 100\n +300ms gw -> alice 180\n retransmit x2 every 10s\n +40s capture ends`,
  ),
  fires(
    'prack-rejected',
    'a RAck of no response',
    `
    ${RELIABLE}
    +20ms alice -> gw PRACK
      RAck: 77 1 INVITE
    +5ms gw -> alice 481
    +5s gw -> alice 500 for INVITE
    +5ms alice -> gw ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: GATEWAY, code: 481, rack: '77 1 INVITE' },
      frames: [4, 3, 5],
    },
  ),
  spares(
    'prack-rejected',
    'a PRACK that is taken',
    `
    ${RELIABLE}
    +20ms alice -> gw PRACK
    +5ms gw -> alice 200
    +5s gw -> alice 486 for INVITE
    +5ms alice -> gw ACK`,
  ),
  fires(
    'rseq-gap',
    'from 1 to 3',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183 with sdp reliable
      RSeq: 1
    +20ms alice -> gw PRACK
    +5ms gw -> alice 200
    +1s gw -> alice 180 for INVITE
      Require: 100rel
      RSeq: 3
    +5s gw -> alice 486 for INVITE
    +5ms alice -> gw ACK`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { node: GATEWAY, before: 1, after: 3 },
      frames: [3, 6],
    },
  ),
  spares(
    'rseq-gap',
    'from 1 to 2',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183 with sdp reliable
      RSeq: 1
    +20ms alice -> gw PRACK
    +5ms gw -> alice 200
    +1s gw -> alice 180 for INVITE
      Require: 100rel
      RSeq: 2
    +5s gw -> alice 486 for INVITE
    +5ms alice -> gw ACK`,
  ),
  fires(
    'rel100-required-unsupported',
    'a gateway without it',
    `
    ${INVITE}
      Require: 100rel
    +20ms gw -> alice 420
      Unsupported: 100rel
    +5ms alice -> gw ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: GATEWAY, code: 420, recovered: false },
      frames: [1, 2],
    },
  ),
  fires(
    'rel100-required-unsupported',
    'a gateway that insists, and a second try',
    `
    ${INVITE}
    +20ms gw -> alice 421
      Require: 100rel
    +5ms alice -> gw ACK
    +5ms alice -> gw INVITE sip:+84901234567@203.0.113.9 with sdp cseq=2
    +300ms gw -> alice 180
    +5s gw -> alice 486
    +5ms alice -> gw ACK`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { code: 421, recovered: true },
      frames: [1, 2],
    },
  ),
  spares(
    'rel100-required-unsupported',
    'another extension',
    `
    ${INVITE}
      Require: timer
    +20ms gw -> alice 420
      Unsupported: timer
    +5ms alice -> gw ACK`,
  ),
];

const QOS = (own: string): string =>
  media(
    '203.0.113.9',
    'm=audio 20000 RTP/AVP 0',
    'a=rtpmap:0 PCMU/8000',
    `a=curr:qos local ${own}`,
    'a=curr:qos remote none',
    'a=des:qos mandatory local sendrecv',
    'a=des:qos optional remote sendrecv',
  );

const precondition: RuleCase[] = [
  fires(
    'precondition-failed',
    'a 580',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183 ${QOS('none')}
    +8s gw -> alice 580
    +5ms alice -> gw ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'proven',
      args: { node: GATEWAY, code: 580, unmet: ['qos local none < sendrecv'] },
      frames: [3, 4],
    },
  ),
  fires(
    'precondition-failed',
    'a caller who gives up before it rings',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183 ${QOS('none')}
    +20s alice -> gw CANCEL
    +5ms gw -> alice 200 for CANCEL
    +5ms gw -> alice 487 for INVITE
    +5ms alice -> gw ACK
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: { code: 487, unmet: ['qos local none < sendrecv'] },
      frames: [3],
    },
  ),
  spares(
    'precondition-failed',
    'resources that are there',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183 ${QOS('sendrecv')}
    +20s alice -> gw CANCEL
    +5ms gw -> alice 200 for CANCEL
    +5ms gw -> alice 487 for INVITE
    +5ms alice -> gw ACK
    +40s capture ends`,
  ),
  spares(
    'precondition-failed',
    'a caller who gives up at once',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183 ${QOS('none')}
    +2s alice -> gw CANCEL
    +5ms gw -> alice 200 for CANCEL
    +5ms gw -> alice 487 for INVITE
    +5ms alice -> gw ACK
    +40s capture ends`,
  ),
];

/** Frames: INVITE 1, 100 2, INVITE 3 and 4, 180 of bob 5 and 6. */
const FORK = `
  alice -> proxy INVITE sip:1002@example.com with sdp
  +2ms proxy -> alice 100
  +1ms proxy -> bob INVITE sip:1002@192.0.2.20
  +1ms proxy -> carol INVITE sip:1002@192.0.2.30
  +60ms bob -> proxy 180 tag=b
  +1ms proxy -> alice 180
`;
const killed = (after: string): string => `
  ${FORK}
  +${after} carol -> proxy 603 tag=c
  +1ms proxy -> carol ACK
  +1ms proxy -> bob CANCEL
  +1ms bob -> proxy 200 for CANCEL
  +1ms bob -> proxy 487 for INVITE tag=b
  +1ms proxy -> bob ACK
  +1ms proxy -> alice 603
  +1ms alice -> proxy ACK
  +40s capture ends
`;

const forks: RuleCase[] = [
  fires(
    'fork-loser-noise',
    'a busy desk phone beside the mobile that answers',
    'fork-486-and-200',
    {
      severity: 'info',
      confidence: 'proven',
      args: { node: PROXY, winner: '192.0.2.22:5060', losers: ['192.0.2.21:5060 (486)'] },
      frames: [12, 10],
    },
  ),
  spares('fork-loser-noise', 'a desk phone that is cancelled', 'healthy-fork'),
  fires('fork-killed-by-6xx', 'do-not-disturb on one device', killed('1200ms'), {
    severity: 'warning',
    confidence: 'proven',
    args: { node: PROXY, killer: CAROL, code: 603, ringing: [BOB] },
    frames: [7, 9],
  }),
  spares('fork-killed-by-6xx', 'somebody who declines after twelve seconds', killed('12s')),
  spares(
    'fork-killed-by-6xx',
    'a caller who hangs up first',
    `
    ${FORK}
    +1s alice -> proxy CANCEL
    +1ms proxy -> alice 200 for CANCEL
    +1ms proxy -> bob CANCEL
    +1ms proxy -> carol CANCEL
    +1ms bob -> proxy 200 for CANCEL
    +1ms bob -> proxy 487 for INVITE tag=b
    +1ms proxy -> bob ACK
    +1ms carol -> proxy 603 for INVITE tag=c
    +1ms proxy -> carol ACK
    +1ms proxy -> alice 487 for INVITE local
    +1ms alice -> proxy ACK
    +40s capture ends`,
  ),
  spares(
    'fork-killed-by-6xx',
    'a caller who hangs up first, and one phone is told late',
    `
    ${FORK}
    +1s alice -> proxy CANCEL
    +1ms proxy -> alice 200 for CANCEL
    +1ms proxy -> carol CANCEL
    +1ms carol -> proxy 603 for INVITE tag=c
    +1ms proxy -> carol ACK
    +1ms proxy -> bob CANCEL
    +1ms bob -> proxy 200 for CANCEL
    +1ms bob -> proxy 487 for INVITE tag=b
    +1ms proxy -> bob ACK
    +1ms proxy -> alice 487 for INVITE local
    +1ms alice -> proxy ACK
    +40s capture ends`,
  ),
  fires(
    'multiple-2xx',
    'two phones are picked up, and one is forgotten',
    `
    ${FORK}
    +2s bob -> proxy 200 with sdp tag=b
    +1ms proxy -> alice 200
    +5ms carol -> proxy 200 with sdp tag=c
    +1ms proxy -> alice 200
    +10ms alice -> proxy ACK tag=b
    +1ms proxy -> bob ACK tag=b
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { answers: [BOB, CAROL], unacknowledged: 1, open: 2 },
      frames: [8, 10],
    },
  ),
  spares(
    'multiple-2xx',
    'one phone is picked up and repeats itself',
    `
    ${FORK}
    +2s bob -> proxy 200 with sdp tag=b
    retransmit x2 T1
    +1ms proxy -> alice 200
    +1800ms alice -> proxy ACK
    +1ms proxy -> bob ACK
    +40s capture ends`,
  ),
];

const target = (name: string, at: string): string => `
  ${at} proxy -> ${name} INVITE sip:1002@example.net
  +100ms ${name} -> proxy 486
  +1ms proxy -> ${name} ACK
`;
const TARGETS = `
  t1 = 192.0.2.41
  t2 = 192.0.2.42
  t3 = 192.0.2.43
  t4 = 192.0.2.44
  alice -> proxy INVITE sip:1002@example.com with sdp
  +2ms proxy -> alice 100
  ${target('t1', '+1ms')}
  ${target('t2', '+1ms')}
  ${target('t3', '+1ms')}
`;

const hunts: RuleCase[] = [
  fires(
    'serial-hunt-long',
    'four agents, all of them busy',
    `${TARGETS} ${target('t4', '+1ms')} +1ms proxy -> alice 486\n +1ms alice -> proxy ACK`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { node: '198.51.100.1', targets: 4, answered: false, elapsedUs: 306_000 },
      frames: [3, 6, 9, 12],
    },
  ),
  spares(
    'serial-hunt-long',
    'three',
    `${TARGETS} +1ms proxy -> alice 486\n +1ms alice -> proxy ACK`,
  ),
];

const media183: RuleCase[] = [
  fires(
    'early-media-no-sdp',
    'seven seconds of silence, then ringing',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183
    +7s gw -> alice 180
    +5s gw -> alice 486
    +5ms alice -> gw ACK`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { node: GATEWAY, silentUs: 7_000_000, ended: 'heard' },
      frames: [1, 3, 4],
    },
  ),
  fires(
    'early-media-no-sdp',
    'silence until the caller gives up',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183
    +15s alice -> gw CANCEL
    +5ms gw -> alice 200 for CANCEL
    +5ms gw -> alice 487 for INVITE
    +5ms alice -> gw ACK`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { silentUs: 15_000_000, ended: 'failed' },
      frames: [1, 3, 4],
    },
  ),
  spares(
    'early-media-no-sdp',
    'a 180 after one second',
    `${INVITE}\n +20ms gw -> alice 100\n +300ms gw -> alice 183\n +1s gw -> alice 180\n +9s gw -> alice 486\n +5ms alice -> gw ACK`,
  ),
  spares(
    'early-media-no-sdp',
    'a 183 with a description',
    `${INVITE}\n +20ms gw -> alice 100\n +300ms gw -> alice 183 with sdp\n +9s gw -> alice 486\n +5ms alice -> gw ACK`,
  ),
  fires(
    'early-media-announcement-cause',
    'an announcement for a number that does not exist',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183 with sdp
      Reason: Q.850;cause=1
    +15s alice -> gw CANCEL
    +5ms gw -> alice 200 for CANCEL
    +5ms gw -> alice 487 for INVITE
    +5ms alice -> gw ACK`,
    {
      severity: 'info',
      confidence: 'likely',
      args: { node: GATEWAY, code: 183, cause: 1 },
      frames: [1, 3],
    },
  ),
  spares(
    'early-media-announcement-cause',
    'cause 16, which says nothing',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183 with sdp
      Reason: Q.850;cause=16
    +5s gw -> alice 480
    +5ms alice -> gw ACK`,
  ),
  spares(
    'early-media-announcement-cause',
    'a queue that answers after all',
    `
    ${INVITE}
    +20ms gw -> alice 100
    +300ms gw -> alice 183 with sdp
      Reason: Q.850;cause=17
    +5s gw -> alice 200 with sdp
    +5ms alice -> gw ACK`,
  ),
];

export const raceSetupCases: readonly RuleCase[] = [
  ...prack,
  ...precondition,
  ...forks,
  ...hunts,
  ...media183,
];
