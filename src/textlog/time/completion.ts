import type { Clock } from './clock.ts';

const DAY = 86_400_000;
/** Zones differ by multiples of this (ms). */
const QUARTER = 900_000;
/** Two stamps so near each other (ms) were written of the same thing. */
const NEAR = 60_000;
/** How much too late (ms) a row may have been written. */
const DISORDER = 300_000;
/** Widest difference between two zones, in ms. */
const MAX_ZONES = 26 * 3_600_000;

/**
 * Completes a stamp by the one that another program has put beside it. Where that one tells the moment, a stamp without a zone is read as
 * the same moment in some zone; where it does not, its day and year are taken.
 */
export function completed(clock: Clock, beside: Clock | null): Clock {
  if (beside === null || Number.isFinite(clock.epoch)) return clock;
  if (Number.isFinite(clock.zone) && Number.isFinite(clock.year)) return clock;
  const moment = Number.isFinite(clock.zone) ? NaN : utc(beside);
  const same = Number.isNaN(moment) ? null : asMoment(clock, moment);
  if (same === null) return dated(clock, beside);
  // Whole seconds say less than the finer stamp of the same moment.
  return clock.digits === 0 && beside.digits > 0 ? beside : same;
}

/**
 * Gives a time of day the day of a row above it, which was written before: the first such time from a little before that row on.
 */
export function following(clock: Clock, above: Clock): Clock {
  const moment = utc(above);
  const same = Number.isNaN(moment) ? null : asMoment(clock, moment);
  if (same !== null) return same;
  if (Number.isNaN(above.day) || Number.isNaN(above.year)) return clock;
  const { year, month, day } = above;
  const sameDay = local({ ...clock, year, month, day });
  const days = Math.ceil((local(above) - DISORDER - sameDay) / DAY);
  return onDay(clock, sameDay + days * DAY);
}

/** ms since 1970 UTC; NaN when the stamp does not tell. */
function utc(clock: Clock): number {
  if (Number.isFinite(clock.epoch)) return clock.epoch / 1000;
  return local(clock) - clock.zone * 60_000;
}

/** As if it were UTC. */
function local({ year, month, day, hour, minute, second, micros }: Clock): number {
  return Date.UTC(year, month - 1, day, hour, minute, second) + micros / 1000;
}

/** The moment near `moment` at which a clock in some zone shows this; null when there is none. */
function asMoment(clock: Clock, moment: number): Clock | null {
  const year = Number.isNaN(clock.year) ? new Date(moment).getUTCFullYear() : clock.year;
  const hasDay = Number.isFinite(clock.day);
  const shown = local(hasDay ? { ...clock, year } : { ...clock, year: 1970, month: 1, day: 1 });
  const difference = shown - moment;
  if (hasDay && Math.abs(difference) > MAX_ZONES) return null;
  const left = difference - Math.round(difference / QUARTER) * QUARTER;
  if (Math.abs(left) > NEAR) return null;
  return { ...clock, epoch: Math.round((moment + left) * 1000) };
}

/** With the day that is nearest to the other stamp, or its year. */
function dated(clock: Clock, beside: Clock): Clock {
  if (Number.isFinite(clock.day)) {
    const year = Number.isFinite(clock.year) ? clock.year : yearOf(beside);
    return { ...clock, year };
  }
  if (!Number.isFinite(beside.day)) return clock;
  const year = Number.isFinite(beside.year) ? beside.year : 1970;
  const there = local({ ...beside, year });
  const sameDay = local({ ...clock, year, month: beside.month, day: beside.day });
  const days = Math.round((there - sameDay) / DAY);
  const complete = onDay(clock, sameDay + days * DAY);
  return Number.isFinite(beside.year) ? complete : { ...complete, year: beside.year };
}

function onDay(clock: Clock, moment: number): Clock {
  const date = new Date(moment);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { ...clock, year, month, day };
}

function yearOf({ year, epoch }: Clock): number {
  return Number.isFinite(epoch) ? new Date(epoch / 1000).getUTCFullYear() : year;
}
