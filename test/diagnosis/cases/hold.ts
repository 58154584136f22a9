/** Calls on hold. */
import { fires, type RuleCase, spares } from './case.ts';
import { again, call, hangUp } from './sdp-bodies.ts';

const ALICE = '192.0.2.10:5060';
const GW = '203.0.113.9:5060';
const talk = (rest: string): string => call('with sdp(PCMA)', 'with sdp(PCMA)', rest);
const hold = again('5s', 'alice', 'gw', 'with sdp(PCMA sendonly)', 'with sdp(PCMA recvonly)');
const resume = again('20s', 'alice', 'gw', 'with sdp(PCMA)', 'with sdp(PCMA)');

export const holdCases: readonly RuleCase[] = [
  fires('hold-state', 'held and resumed', talk(hold + resume + hangUp('5s')), {
    severity: 'info',
    confidence: 'proven',
    // The resuming offer leaves 20 s after the ACK, which came 10 ms after the holding one.
    args: { holder: ALICE, how: 'sendonly', heldUs: 20_010_000, holds: 1, resumed: true },
    frames: [5, 8],
  }),
  fires(
    'hold-state',
    'the old way',
    talk(
      again('5s', 'gw', 'alice', 'with sdp(PCMA addr=0.0.0.0)', 'with sdp(PCMA)') +
        again('4s', 'gw', 'alice', 'with sdp(PCMA)', 'with sdp(PCMA)') +
        hangUp('5s'),
    ),
    {
      severity: 'info',
      confidence: 'proven',
      args: { holder: GW, how: 'address', resumed: true },
      frames: [5, 8],
    },
  ),
  spares('hold-state', 'a refresh of the session', talk(resume + hangUp('5s'))),
  spares(
    'hold-state',
    'an announcement that never listened',
    call('with sdp(PCMA)', 'with sdp(PCMA sendonly)', hangUp('40s')),
  ),
  fires('hold-not-resumed', 'who was held gives up', talk(hold + hangUp('60s', 'gw')), {
    severity: 'warning',
    confidence: 'likely',
    args: { holder: ALICE, heldUs: 60_010_000, endedBy: 'held' },
    frames: [5, 8],
  }),
  fires('hold-not-resumed', 'who held hangs up', talk(hold + hangUp('60s')), {
    severity: 'info',
    confidence: 'likely',
    args: { holder: ALICE, endedBy: 'holder' },
    frames: [5, 8],
  }),
  spares(
    'hold-not-resumed',
    'an announcement that never listened',
    call('with sdp(PCMA)', 'with sdp(PCMA sendonly)', hangUp('40s')),
  ),
  spares('hold-not-resumed', 'resumed', talk(hold + resume + hangUp('5s', 'gw'))),
  spares(
    'hold-not-resumed',
    'a change behind it whose answer was not captured',
    talk(`
    ${hold}
    +20s alice -> gw INVITE with sdp(PCMA)
    +10ms alice -> gw ACK
    ${hangUp('20s', 'gw')}`),
  ),
  spares('hold-not-resumed', 'over after two seconds', talk(hold + hangUp('2s', 'gw'))),
  spares(
    'hold-not-resumed',
    'held to be transferred',
    talk(`
    ${hold}
    +20s alice -> gw REFER
      Refer-To: <sip:carol@example.com>
    +5ms gw -> alice 202
    ${hangUp('10s', 'gw')}`),
  ),
  fires(
    'hold-both-sides',
    'one after the other',
    talk(
      hold +
        again('3s', 'gw', 'alice', 'with sdp(PCMA inactive)', 'with sdp(PCMA inactive)') +
        resume +
        hangUp('5s'),
    ),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { first: ALICE, second: GW, togetherUs: 20_010_000 },
      frames: [5, 8],
    },
  ),
  spares('hold-both-sides', 'one side alone, twice', talk(hold + resume + hold + hangUp('3s'))),
];
