/** What was assumed because a log does not say it. */
export const ASSUMPTIONS = [
  'no-clock',
  'time-from-row-above',
  'uptime',
  'no-date',
  'date-from-log',
  'no-year',
  'year-from-log',
  'no-zone',
  'zone-given',
  'midnight',
  'new-year',
  'addresses-inferred',
  'date-from-sources',
  'zone-from-sources',
  'times-from-sources',
  'addresses-from-sources',
] as const;

/** Those that leave the day open. */
export const DAYLESS: ReadonlySet<Assumption> = new Set(['no-date', 'no-year', 'uptime']);

export type Assumption = (typeof ASSUMPTIONS)[number];
