import type { Clock, FittingClock } from '../../model/clock.ts';
import type { Formatter } from '../format.ts';

/** What each clock is, after "fits". */
const CLOCKS: Readonly<Record<Clock, string>> = {
  'short-failover': 'a fail-over timer that was shortened on purpose',
  'transaction-timeout': 'Timer B or F, after which a node gives up on silence',
  'provisional-then-stall':
    'the time that Kamailio and OpenSIPS allow after a provisional response',
  'timer-c': 'Timer C, which bounds a branch after a provisional response',
  'ack-wait': '64·T1, the time for which a callee waits for the ACK',
  'prack-wait': '64·T1, the time for which a callee waits for the PRACK',
  'session-expiry': 'the end of the session interval',
};

/** Which clock a gap fits, its bounds, and who keeps it, as a sentence of its own with a blank before it; '' for none. */
export function saysClock(fitting: FittingClock | null, f: Formatter): string {
  if (fitting === null) return '';
  const { clock, gapUs, from, to, holder } = fitting;
  const bounds =
    to === null
      ? `${f.decimal(from, 1)} s and more`
      : `${f.decimal(from, 1)} to ${f.decimal(to, 1)} s`;
  return ` The gap of ${f.duration(gapUs)} fits ${CLOCKS[clock]} (${bounds} as captured), kept by ${holder}.`;
}
