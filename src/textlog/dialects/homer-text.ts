import type { Dialect } from '../dialect.ts';

/** HOMER, a call exported as text (exportwriter.go): one row, an empty one, the message. IPv6 has no brackets. */
export const homerText: Dialect = {
  id: 'homer-text',
  patterns: [
    {
      mark: ' ---> ',
      row: /(?:^|\s)proto:(?<transport>\w{2,4}) (?<time>\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)) {1,4}(?<from>\S+:\d+) ---> (?<to>\S+:\d+)\s*$/,
    },
  ],
};
