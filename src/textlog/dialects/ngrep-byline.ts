import type { Dialect } from '../dialect.ts';

/** ngrep `-W byline` (ngrep.c): CR is printed as a dot unless told otherwise, and a TCP segment has a header of its own. */
export const ngrepByline: Dialect = {
  id: 'ngrep-byline',
  patterns: [
    {
      mark: ' -> ',
      row: /(?:^|[^\w])(?<transport>[UT])(?:\(\d+\))? (?:(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d+|\+\d+\.\d+) )?(?<from>\S+:\d+) -> (?<to>\S+:\d+)(?: \[[A-Z]*\])?(?: #\d+)?\s*$/,
      read: (facts) => ({ ...facts, transport: facts.transport === 'T' ? 'tcp' : 'udp' }),
    },
  ],
};
