import type { Assumption } from '../../model/assumption.ts';
import type { ClockDoubt } from '../../model/clock-doubt.ts';
import type { Clock } from './clock.ts';
import { UTC, type Zone } from './zone.ts';

const DAY = 86_400_000;
const HALF_DAY = DAY / 2;
const HALF_YEAR = 183 * DAY;
/** How much too late (ms) a row may have been written. */
const DISORDER = 300_000;
/** The year and day that stand in where a log never tells one: the result cannot be taken for a real date. */
const NO_YEAR = 1970;

/** A day as three numbers. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Makes moments out of the stamps of one log, in the order of its rows: completes the year, the day and the zone from what it
 * has seen, turns over at midnight and new year, and keeps a note of what it assumed.
 */
export class Timeline {
  readonly assumed = new Set<Assumption>();
  readonly #zone: Zone | undefined;
  /** Last day that a row or a Date field told. */
  #day: Day | null = null;
  #year = Number.NaN;
  /** Days that went by since `#day` without a row telling it. */
  #midnights = 0;
  #lastOfDay = Number.NaN;
  #lastLocal = Number.NaN;
  /** ms since 1970 UTC. */
  #lastMoment = Number.NEGATIVE_INFINITY;
  /** There was a stamp with parts of a second. */
  #fine = false;
  /** The day that was asked for last, and its midnight. */
  #startedDay = Number.NaN;
  #start = Number.NaN;

  /** `zone` is what the user said; undefined: nothing. */
  constructor(zone: Zone | undefined) {
    this.#zone = zone;
  }

  /** A day from elsewhere in the log (a Date field, a dated row): used for stamps without one. */
  hint(year: number, month: number, day: number): void {
    if (Number.isNaN(this.#year)) this.#year = year;
    this.#day ??= { year, month, day };
  }

  /** Whether the day is still unknown. */
  get wantsHint(): boolean {
    return this.#day === null || Number.isNaN(this.#year);
  }

  /** What the stamps so far do not tell, null when they tell all. */
  get doubt(): ClockDoubt | null {
    const { assumed } = this;
    const day = assumed.has('no-date') || assumed.has('no-year');
    const zone = assumed.has('no-zone');
    const start = assumed.has('uptime');
    const coarse = day || start || assumed.has('no-clock') || !this.#fine;
    return zone || coarse ? { day, zone, start, coarse } : null;
  }

  /** Whole µs since 1970-01-01 UTC. */
  momentOf(clock: Clock): number {
    if (clock.digits > 0) this.#fine = true;
    if (Number.isFinite(clock.epoch)) {
      if (clock.epoch % 1_000_000 !== 0) this.#fine = true;
      return clock.epoch;
    }
    const local = this.#localOf(clock);
    if (!Number.isFinite(local)) return Number.NaN;
    const moment = local - this.#offset(clock, local) * 60_000;
    this.#lastMoment = moment;
    return moment * 1000 + clock.micros;
  }

  /** Local time in ms as if it were UTC. */
  #localOf(clock: Clock): number {
    const ofDay = ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000;
    if (Number.isNaN(clock.day)) return this.#dayless(ofDay);
    if (Number.isFinite(clock.year)) this.#year = clock.year;
    else if (Number.isNaN(this.#year)) this.#assume('no-year');
    else this.#assume('year-from-log');
    let year = Number.isNaN(this.#year) ? NO_YEAR : this.#year;
    let local = this.#startOf(year, clock.month, clock.day) + ofDay;
    if (Number.isNaN(clock.year) && this.#lastLocal - local > HALF_YEAR) {
      year += 1;
      this.#year = year;
      local = this.#startOf(year, clock.month, clock.day) + ofDay;
      this.#assume('new-year');
    }
    this.#lastLocal = local;
    const known = this.#day;
    if (known?.day !== clock.day || known.month !== clock.month || known.year !== year) {
      this.#day = { year, month: clock.month, day: clock.day };
    }
    this.#midnights = 0;
    this.#lastOfDay = ofDay;
    return local;
  }

  #dayless(ofDay: number): number {
    this.#assume(this.#day === null ? 'no-date' : 'date-from-log');
    // A small step back is disorder; from late to early is the next day.
    if (this.#lastOfDay - ofDay > HALF_DAY) {
      this.#midnights += 1;
      this.#assume('midnight');
    } else if (ofDay - this.#lastOfDay > HALF_DAY && this.#midnights > 0) {
      // A straggler from before midnight.
      return this.#midnight() - DAY + ofDay;
    }
    this.#lastOfDay = ofDay;
    return this.#midnight() + ofDay;
  }

  #midnight(): number {
    const { year, month, day } = this.#day ?? { year: NO_YEAR, month: 1, day: 1 };
    return this.#startOf(year, month, day) + this.#midnights * DAY;
  }

  /** Midnight before the day; rows of one day follow each other. */
  #startOf(year: number, month: number, day: number): number {
    const number = (year * 12 + month) * 31 + day;
    if (number !== this.#startedDay) {
      this.#startedDay = number;
      this.#start = Date.UTC(year, month - 1, day);
    }
    return this.#start;
  }

  #offset(clock: Clock, local: number): number {
    if (Number.isFinite(clock.zone)) return clock.zone;
    this.#assume(this.#zone === undefined ? 'no-zone' : 'zone-given');
    return (this.#zone ?? UTC)(local, this.#lastMoment - DISORDER);
  }

  #assume(what: Assumption): void {
    this.assumed.add(what);
  }
}
