import type { Clock, FittingClock } from '../../model/clock.ts';
import type { SetupArgs } from '../../model/rule-args.ts';
import type { Message } from '../../sip/message.ts';

/** What went on while the gap lasted: only clocks that run then are compared. */
export type Waiting = 'trying' | 'ack' | 'prack' | 'session';

/** What a trace shows of the values that clocks are made of, s. */
export interface ClockUnits {
  readonly t1: number;
  /** The session interval of RFC 4028; NaN without one. */
  readonly session: number;
}

interface ClockRow {
  readonly clock: Clock;
  readonly during: Waiting;
  /** Gaps that it makes, s, both ends included. */
  range(units: ClockUnits): readonly [from: number, to: number];
}

const seconds = (from: number, to: number) => (): readonly [number, number] => [from, to];
/** 64·T1 with room on both sides: a gap is measured where it was captured, and stacks count from their own first packet. */
const sixtyFourT1 = ({ t1 }: ClockUnits): readonly [number, number] => [60 * t1, 72 * t1];
/** Acted upon min(32 s, a third) before it is due by one side, when it is due by the other (RFC 4028 §10). */
const sessionEnd = ({ session }: ClockUnits): readonly [number, number] => [
  session - Math.min(32, session / 3) - 2,
  session + 5,
];

/** The clocks of RFC 3261 §17, RFC 3262 §3 and RFC 4028, and what Kamailio, OpenSIPS and administrators add. */
const CLOCKS: readonly ClockRow[] = [
  { clock: 'short-failover', during: 'trying', range: seconds(3, 10.5) },
  { clock: 'transaction-timeout', during: 'trying', range: seconds(28, 34) },
  { clock: 'provisional-then-stall', during: 'trying', range: seconds(115, 125) },
  { clock: 'timer-c', during: 'trying', range: seconds(178, Number.POSITIVE_INFINITY) },
  { clock: 'ack-wait', during: 'ack', range: sixtyFourT1 },
  { clock: 'prack-wait', during: 'prack', range: sixtyFourT1 },
  { clock: 'session-expiry', during: 'session', range: sessionEnd },
];

/** s; RFC 3261 §17.1.1.1. */
const T1 = 0.5;
/** T1 that a trace may show, s: chan_sip goes down to 100 ms, satellite links go up. */
const T1_SHOWN = { from: 0.05, to: 4 } as const;
/** A first gap this near to the default is the default, s. */
const T1_NEAR = 0.1;

/** The clock that could have made a gap (µs) and that `holder` keeps; null when none fits. */
export function fittingClock(
  during: Waiting,
  gapUs: number,
  holder: string,
  { t1 = T1, session = Number.NaN }: Partial<ClockUnits> = {},
): FittingClock | null {
  const gap = gapUs / 1_000_000;
  for (const row of CLOCKS) {
    if (row.during !== during) continue;
    const [from, to] = row.range({ t1, session });
    if (gap >= from && gap <= to) return { clock: row.clock, gapUs, from, to: bounded(to), holder };
  }
  return null;
}

/** JSON knows no infinity. */
function bounded(to: number): number | null {
  return Number.isFinite(to) ? to : null;
}

/** T1 as the copies of a message show it by their first gap, s; the default where they do not tell. */
export function t1Of(first: Message, copies: readonly Message[]): number {
  const gap = ((copies[0]?.time ?? Number.NaN) - first.time) / 1_000_000;
  if (!(gap >= T1_SHOWN.from && gap <= T1_SHOWN.to)) return T1;
  return Math.abs(gap - T1) <= T1_NEAR ? T1 : gap;
}

/** The clock that fits a gap (µs) between an INVITE and the failure that followed a 100. */
export function clockOf(gapUs: number): SetupArgs['trying-then-408']['clock'] {
  const fitting = fittingClock('trying', gapUs, '')?.clock ?? 'none';
  // The clocks of other waits are not compared.
  return fitting as SetupArgs['trying-then-408']['clock'];
}
