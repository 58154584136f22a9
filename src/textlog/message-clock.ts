import type { Envelope } from './envelope.ts';
import type { Found } from './found.ts';
import { type Clock, findClock } from './time/clock.ts';
import { completed, following } from './time/completion.ts';

/** Says when somebody began to write the log of a session (PuTTY), not when a message went by. */
const BANNER = /^=~=~=/;

/** Finds the stamp of a message among the texts that stand around it. */
export class MessageClock {
  /** The day was taken from another row. */
  isDayFromLog = false;
  /** The whole stamp was taken from a row that the message before had it from too. */
  isShared = false;
  #near = '';
  #shared = '';

  /**
   * The envelope's own, else one in front of the message; completed by what a wrapper says, and by the row above. Else the wrapper's, or
   * that of the row above, or the last row above that has one: what follows it belongs to it. Null when there is none.
   */
  of({ envelope, prefixText, stamp, near, above }: Found): Clock | null {
    this.isDayFromLog = false;
    this.isShared = false;
    const own = (envelope === null ? null : ofEnvelope(envelope, near)) ?? findClock(prefixText);
    const beside = stamp === '' ? null : findClock(stamp);
    if (own === null) return beside ?? this.#above(near, above);
    const clock = completed(own, beside);
    if (Number.isFinite(clock.day) || Number.isFinite(clock.epoch)) return clock;
    return near === this.#near ? clock : this.#below(clock, near);
  }

  #above(near: string, above: readonly string[]): Clock | null {
    const clock = BANNER.test(near) ? null : findClock(near);
    if (clock === null) return firstClock(above);
    this.isShared = near === this.#shared;
    this.#shared = near;
    return clock;
  }

  /** With the day of a row above that was not there before: it is as old as the message. */
  #below(clock: Clock, near: string): Clock {
    this.#near = near;
    const above = findClock(near);
    if (above === null || Number.isNaN(above.year)) return clock;
    this.isDayFromLog = true;
    return following(clock, above);
  }
}

function firstClock(rows: readonly string[]): Clock | null {
  for (const row of rows) {
    const clock = BANNER.test(row) ? null : findClock(row);
    if (clock !== null) return clock;
  }
  return null;
}

/** What the envelope's row says, or for some dialects the row above it, completed by what stands in front. */
function ofEnvelope({ dialect, facts, before }: Envelope, near: string): Clock | null {
  const time = facts.time ?? dialect.above?.exec(near)?.groups?.['time'];
  if (time === undefined) return findClock(before);
  const clock = findClock(facts.date === undefined ? time : `${facts.date} ${time}`);
  if (clock !== null && (Number.isFinite(clock.year) || Number.isFinite(clock.epoch))) return clock;
  const outer = findClock(before);
  return clock === null ? outer : completed(clock, outer);
}
