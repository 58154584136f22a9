/** Nodes that forget their calls, and nodes that are merely asked too late or too often. */
import { capture } from '../../../helpers/wire.ts';
import { firesIn, sparesIn, type WireCase } from './case.ts';

interface Placed {
  /** s */
  readonly at: number;
  readonly talk: number;
  /** What the gateway answers to the BYE. */
  readonly bye?: string;
}

/** Six packets a call. */
const placed = ({ at, talk, bye = '200' }: Placed, index: number): string =>
  `call c${index} @${at}s {
    pbx -> gw INVITE sip:+8490123${4000 + index}@203.0.113.9 with sdp
    +2ms gw -> pbx 100
    +200ms gw -> pbx 200 with sdp
    +3ms pbx -> gw ACK
    +${talk}s pbx -> gw BYE
    +3ms gw -> pbx ${bye}
  }`;
const calls = (...all: readonly (readonly Placed[])[]): Uint8Array =>
  capture(`${all.flat().map(placed).join('\n')}\n@3000s capture ends`);
const series = (count: number, from: number, call: Omit<Placed, 'at'>): Placed[] =>
  Array.from({ length: count }, (_, index) => ({ at: from + 10 * index, ...call }));

/** Six calls that end well, then calls that are up around 300 s. */
const BEFORE = series(6, 1, { talk: 20 });
const FORGOTTEN = series(6, 200, { talk: 150, bye: '481' });
const AFTER = series(6, 400, { talk: 20 });

export const restartCases: readonly WireCase[] = [
  firesIn(
    'time-of-day-restart',
    'six calls that were up, while others before and after end well',
    () => calls(BEFORE, FORGOTTEN, AFTER),
    {
      severity: 'warning',
      confidence: 'likely',
      scope: 'endpoint',
      args: { node: '203.0.113.9', lost: 6, known: 12, spanUs: 50_000_000 },
      frames: [61, 62, 63, 64, 65, 66, 67, 68],
      calls: 6,
      explains: Array.from({ length: 6 }, () => 'bye-481' as const),
    },
  ),
  sparesIn('time-of-day-restart', 'four calls', () => calls(BEFORE, FORGOTTEN.slice(0, 4), AFTER)),
  sparesIn('time-of-day-restart', 'calls of the same time that it still knows', () =>
    calls(BEFORE, FORGOTTEN, series(2, 205, { talk: 160 }), AFTER),
  ),
  sparesIn('time-of-day-restart', 'a gateway that forgets now and then', () =>
    calls(
      BEFORE,
      AFTER,
      series(3, 500, { talk: 20, bye: '481' }),
      series(5, 700, { talk: 20, bye: '481' }),
    ),
  ),
  sparesIn('time-of-day-restart', 'a gateway that knew no call at all', () =>
    calls(BEFORE.slice(0, 2), FORGOTTEN),
  ),
];
