import { zoneMinutes } from './clock.ts';

/**
 * Minutes east of UTC at a local time (ms since 1970 as if it were UTC). An hour that comes twice is the first of the two, if that is not
 * before `least` (ms since 1970 UTC).
 */
export type Zone = (localMs: number, least?: number) => number;

export const UTC: Zone = () => 0;

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** An offset (`+02:00`, `UTC`) or an IANA name (`Europe/Berlin`, with its daylight saving); null for anything else. */
export function zoneNamed(name: string): Zone | null {
  const fixed = zoneMinutes(name.toUpperCase());
  if (Number.isFinite(fixed)) return () => fixed;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  let knownHour = Number.NaN;
  let early = 0;
  let late = 0;
  return (localMs, least = Number.NEGATIVE_INFINITY) => {
    const hour = Math.floor(localMs / HOUR);
    if (hour !== knownHour) {
      knownHour = hour;
      // A day before and a day after any change near it: what leads to a moment with the same offset is right.
      const before = offsetAt(format, localMs - DAY);
      const after = offsetAt(format, localMs + DAY);
      const fits = (offset: number): boolean =>
        offsetAt(format, localMs - offset * MINUTE) === offset;
      late = fits(after) ? after : before;
      early = fits(before) ? before : late;
    }
    return localMs - early * MINUTE >= least ? early : late;
  };
}

function offsetAt(format: Intl.DateTimeFormat, utcMs: number): number {
  const whole = Math.floor(utcMs / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(whole)) part[type] = Number(value);
  const local = Date.UTC(
    part['year'] ?? 1970,
    (part['month'] ?? 1) - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
  return Math.round((local - whole) / 60_000);
}
