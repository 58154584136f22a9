/** Calls that rang and came to no answer. */
import { fires, type RuleCase, spares } from './case.ts';

const BOB = '192.0.2.20:5060';

const ring = (code: string): string => `
  alice -> proxy INVITE sip:1002@example.com with sdp
  +5ms proxy -> alice 100
  +3ms proxy -> bob INVITE sip:1002@192.0.2.20
  +90ms bob -> proxy ${code}
  +1ms proxy -> alice ${code.slice(0, 3)}
`;
const end = (final: string): string => `
  ${final}
  +1ms proxy -> bob ACK
  +1ms proxy -> alice ${/-> proxy (\d+)/.exec(final)?.[1] ?? ''}
  +1ms alice -> proxy ACK
  +40s capture ends
`;

const noAnswer: RuleCase[] = [
  fires('ringing-no-answer', 'a caller who gives up after 25 s', 'ringing-no-answer-cancelled', {
    severity: 'info',
    confidence: 'proven',
    args: { ringUs: 25_200_000, endedBy: 'caller', heard: 'ringing', reported: false },
    frames: [1, 5, 6, 12],
  }),
  fires('ringing-no-answer', 'a 480 after 30 s', 'ringing-no-answer-480', {
    severity: 'info',
    confidence: 'proven',
    args: { ringUs: 30_002_000, endedBy: 'callee' },
    frames: [1, 5, 8],
  }),
  fires('ringing-no-answer', 'a 408 after 30 s', 'trying-then-408-near-miss-ringing', {
    severity: 'info',
    confidence: 'proven',
    args: { ringUs: 30_000_000, endedBy: 'timer' },
    frames: [1, 3, 4],
  }),
  fires(
    'ringing-no-answer',
    'Q.850 cause 19, however short',
    `${ring('180')} ${end('+8s bob -> proxy 480\n Reason: Q.850;cause=19')}`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { ringUs: 8_002_000 },
      frames: [1, 5, 8],
    },
  ),
  fires(
    'ringing-no-answer',
    'a 183 with media, which may be ringing',
    `${ring('183 with sdp')} ${end('+20s bob -> proxy 480')}`,
    {
      severity: 'info',
      confidence: 'likely',
      args: { heard: 'media', reported: false },
      frames: [1, 5, 8],
    },
  ),
  fires(
    'ringing-no-answer',
    'a 183 with media, and Q.850 cause 19',
    `${ring('183 with sdp')} ${end('+1500ms bob -> proxy 480\n Reason: Q.850;cause=19')}`,
    {
      severity: 'info',
      confidence: 'proven',
      args: { heard: 'media', reported: true },
      frames: [1, 5, 8],
    },
  ),
  fires(
    'ringing-no-answer',
    'a 183 with media after one that nobody can hear',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +90ms proxy -> alice 183 local
    +90ms proxy -> alice 183 local with sdp
    +20s proxy -> alice 480 local
    +1ms alice -> proxy ACK
    +40s capture ends`,
    { severity: 'info', confidence: 'likely', args: { ringUs: 20_000_000 }, frames: [1, 3, 4] },
  ),
  spares('ringing-no-answer', 'a caller who hangs up after 6 s', 'ringing-no-answer-near-miss-6s'),
  spares('ringing-no-answer', 'an answered call', 'healthy-proxied'),
  spares(
    'ringing-no-answer',
    'a 183 that announces a busy line',
    `${ring('183 with sdp\n Reason: Q.850;cause=17')} ${end('+20s bob -> proxy 480')}`,
  ),
  spares(
    'ringing-no-answer',
    'a 183 that nobody can hear',
    `${ring('183')} ${end('+20s bob -> proxy 480')}`,
  ),
  spares(
    'ringing-no-answer',
    'a call that another phone took',
    `
    ${ring('180')}
    +20s alice -> proxy CANCEL
      Reason: SIP;cause=200;text="Call completed elsewhere"
    +1ms proxy -> alice 200
    +1ms proxy -> alice 487 local
    +1ms alice -> proxy ACK
    +40s capture ends`,
  ),
  spares(
    'ringing-no-answer',
    'a refusal after 20 s',
    `${ring('180')} ${end('+20s bob -> proxy 603')}`,
  ),
];

const forever: RuleCase[] = [
  fires('ringing-forever', '250 s without a sign', 'ringing-forever', {
    severity: 'warning',
    confidence: 'proven',
    args: { elapsedUs: 249_901_000, node: BOB },
    frames: [1, 5],
  }),
  fires(
    'ringing-forever',
    'one fresh 180, then 200 s without a sign',
    `
    ${ring('180')}
    @60s bob -> proxy 180
      Timestamp: 60
    +1ms proxy -> alice 180
      Timestamp: 60
    @260s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: { node: BOB },
      frames: [1, 5, 7],
    },
  ),
  spares('ringing-forever', 'fresh ringing each minute', 'ringing-forever-near-miss-fresh-180'),
  spares('ringing-forever', '150 s', `${ring('180')} @150s capture ends`),
  spares(
    'ringing-forever',
    'a capture that stops a little after 180 s',
    `${ring('180')} @180.5s capture ends`,
  ),
];

const noFinal: RuleCase[] = [
  fires('no-final-response', 'fresh ringing for 200 s', 'no-final-response-200s', {
    severity: 'error',
    confidence: 'proven',
    args: { elapsedUs: 200_000_000, code: 180, phrase: 'Ringing', node: BOB },
    frames: [1, 11],
  }),
  fires('no-final-response', 'a 183 that nobody can hear', `${ring('183')} @20s capture ends`, {
    severity: 'info',
    confidence: 'possible',
    status: 'inconclusive',
    args: { code: 183, node: BOB },
    frames: [1, 5],
  }),
  fires('no-final-response', '20 s, which is nothing yet', 'no-final-response-20s', {
    severity: 'info',
    confidence: 'possible',
    status: 'inconclusive',
    args: { elapsedUs: 20_000_000 },
    frames: [1, 5],
  }),
  spares('no-final-response', 'stale ringing, which another rule reports', 'ringing-forever'),
  spares(
    'no-final-response',
    'a refusal that was not captured, but acknowledged',
    `
    alice -> proxy INVITE sip:1002@example.com with sdp
    +90ms proxy -> alice 180
    +5s proxy -> alice 486 unseen
    +2ms alice -> proxy ACK
    @40s capture ends`,
  ),
  spares('no-final-response', 'an answered call', 'healthy-proxied'),
  spares('no-final-response', 'a cancelled call', 'ringing-no-answer-cancelled'),
  spares(
    'no-final-response',
    'a cancelled call whose 487 was not seen',
    `${ring('180')} +20s alice -> proxy CANCEL\n +1ms proxy -> alice 200\n @100s capture ends`,
  ),
];

export const ringingCases: readonly RuleCase[] = [...noAnswer, ...forever, ...noFinal];
