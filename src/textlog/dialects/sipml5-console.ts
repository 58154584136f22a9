import type { Dialect } from '../dialect.ts';

/** sipML5 in a browser's console: `SEND: ` or `recv=` in front of the start line, in its row. Neither time nor address. */
export const sipml5Console: Dialect = {
  id: 'sipml5-console',
  patterns: [
    { mark: 'SEND: ', row: /(?:^|\s)(?<way>SEND): $/ },
    { mark: 'recv=', row: /(?:^|\s)(?<way>recv)=$/ },
  ],
  gap: 0,
};
