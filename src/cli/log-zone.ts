import { zoneNamed } from '../textlog/time/zone.ts';
import { UsageError } from './usage-error.ts';

/** Checks `--log-zone`; the name itself goes on. */
export function parseZone(text: string): string {
  if (zoneNamed(text) === null) {
    throw new UsageError(
      `--log-zone ${text}: not a time zone`,
      'write a name such as Europe/Berlin, or an offset such as +07:00',
    );
  }
  return text;
}
