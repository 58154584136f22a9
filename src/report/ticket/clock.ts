import type { Page } from '../context.ts';
import type { LocalZone } from '../format.ts';
import { micros } from '../time.ts';

const MINUTE = 60_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-11-22 09:30:00.000 UTC`. */
export function utcTime(iso: string, { format }: Page): string {
  return `${format.date(iso)} ${format.clock(iso)} UTC`;
}

/** `2026-11-22 16:30:00.000 +07:00`: the same moment on the clocks of a zone; empty beyond what calendars have. */
export function localTime(iso: string, zone: LocalZone, { format }: Page): string {
  const ms = Math.floor(micros(iso) / 1000);
  const minutes = Number.isFinite(ms) ? zone.minutesAt(ms) : Number.NaN;
  const moment = new Date(ms + minutes * MINUTE);
  if (Number.isNaN(moment.getTime())) return '';
  const local = moment.toISOString();
  const away = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
  return `${format.date(local)} ${format.clock(local)} ${offset}`;
}

/** Both, as they stand in a ticket; empty without a time. */
export function bothTimes(iso: string | null, zone: LocalZone, page: Page): string {
  if (iso === null) return '';
  const local = localTime(iso, zone, page);
  return local === '' ? utcTime(iso, page) : `${utcTime(iso, page)} = ${local}`;
}
