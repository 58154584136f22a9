import type { SetupArgs } from '../../model/rule-args.ts';

type Clock = SetupArgs['trying-then-408']['clock'];

interface ClockRow {
  readonly clock: Clock;
  /** s after the INVITE, both included. */
  readonly from: number;
  readonly to: number;
}

/**
 * Which clock ran out at a node that gave up: fail-over timers that somebody shortened; Timer B of RFC
 * 3261 (32 s) and Kamailio's and OpenSIPS' fr_timer (30 s), both without any reply from beyond; their fr_inv_timer
 * (120 s) after a provisional; Timer C (more than 180 s, §16.6-11).
 */
const CLOCKS: readonly ClockRow[] = [
  { clock: 'short-failover', from: 3, to: 10.5 },
  { clock: 'transaction-timeout', from: 28, to: 34 },
  { clock: 'provisional-then-stall', from: 115, to: 125 },
  { clock: 'timer-c', from: 178, to: Number.POSITIVE_INFINITY },
];

/** The clock that fits a gap (µs) between an INVITE and the failure that followed a 100. */
export function clockOf(gapUs: number): Clock {
  const seconds = gapUs / 1_000_000;
  return CLOCKS.find(({ from, to }) => seconds >= from && seconds <= to)?.clock ?? 'none';
}
