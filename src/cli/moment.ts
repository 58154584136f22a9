import { UsageError } from './usage-error.ts';

const FORM = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const EPOCH = /^\d{9,}(?:\.\d+)?$/;

/** A point in time from the command line, in µs since 1970-01-01 UTC. Without a zone it is UTC, as captures are shown. */
export function parseMoment(text: string, option: string): number {
  if (text === 'now') return Date.now() * 1000;
  if (EPOCH.test(text)) return Math.round(Number(text) * 1e6);
  if (FORM.test(text)) {
    const iso = text.replace(' ', 'T').replace(',', '.');
    const dated = iso.includes('T') ? iso : `${iso}T00:00`;
    const ms = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(dated.slice(10)) ? dated : `${dated}Z`);
    if (!Number.isNaN(ms)) return ms * 1000;
  }
  throw new UsageError(
    `${option} ${text}: not a time`,
    'write 2026-11-22T14:03:07Z, 2026-11-22 14:03 (UTC), seconds since 1970, or now',
  );
}
