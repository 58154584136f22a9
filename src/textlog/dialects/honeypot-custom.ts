import type { Dialect } from '../dialect.ts';

/** A home-made honeypot log that is passed around as a forensic challenge: fields in rows of their own, only what was received. */
export const honeypotCustom: Dialect = {
  id: 'honeypot-custom',
  patterns: [
    {
      mark: 'Source: ',
      row: /(?:^|\s)Source: (?<remote>\S+:\d+)\s*$/,
      read: (facts) => ({ ...facts, sent: false }),
    },
    {
      mark: 'Datetime: ',
      row: /(?:^|\s)Datetime: (?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?)\s*$/,
      adds: true,
    },
  ],
  end: /^-{25}$/,
};
