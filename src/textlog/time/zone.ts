import { zoneMinutes } from './clock.ts';

/** Minutes east of UTC at a local time (ms since 1970 as if it were UTC). */
export type Zone = (localMs: number) => number;

export const UTC: Zone = () => 0;

const HOUR = 3_600_000;

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
  let known = 0;
  return (localMs) => {
    const hour = Math.floor(localMs / HOUR);
    if (hour !== knownHour) {
      knownHour = hour;
      // The offset of the guess, then that of the moment it leads to: right on both sides of a change.
      const first = offsetAt(format, localMs);
      known = offsetAt(format, localMs - first * 60_000);
    }
    return known;
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
