import type { LocalZone } from '../report/format.ts';
import { UsageError } from './usage-error.ts';

const OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?$/i;
const SECOND = 1000;
/** Minutes; no zone is farther from UTC. */
const MOST = 14 * 60;

function fixed(text: string): LocalZone | null {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(text) ?? [];
  const away = Number(hours) * 60 + Number(minutes);
  if (sign === undefined || away > MOST) return null;
  const east = sign === '-' ? -away : away;
  return { name: text, minutesAt: () => east };
}

function named(name: string): LocalZone | null {
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      ...fields,
      ...clock,
    });
  } catch {
    return null;
  }
  return {
    name,
    minutesAt(utcMs) {
      const whole = Math.floor(utcMs / SECOND) * SECOND;
      const part: Record<string, number> = {};
      for (const { type, value } of format.formatToParts(whole)) part[type] = Number(value);
      const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
      const local = Date.UTC(year, month - 1, day, hour, minute, second);
      return Math.round((local - whole) / 60_000);
    },
  };
}

/** The zone of a ticket's local times; without a name the machine's. */
export function ticketZone(name = new Intl.DateTimeFormat().resolvedOptions().timeZone): LocalZone {
  const zone = fixed(name) ?? named(name);
  if (zone !== null) return zone;
  throw new UsageError(
    `--zone ${name}: not a time zone`,
    'write a name such as Asia/Ho_Chi_Minh, or an offset such as +07:00',
  );
}
