import type { Dialect } from '../dialect.ts';

/**
 * OpenSBC and OpenSIPStack: one row with the start line, both ends, transport and length, then the message row by row behind `DBG:`.
 * The start line in the first row is not the message's own.
 */
export const opensbc: Dialect = {
  id: 'opensbc',
  patterns: [
    {
      mark: ' bytes=',
      row: /\[CID=\w{1,16}\] (?<way>>>>|<<<) \S.{0,1000}? DST: (?<to>\S{1,80}?):(?<transport>[A-Z]{2,4}) SRC: (?<from>\S{1,80}) enc=\d+ bytes=(?<size>\d{1,7})/,
    },
  ],
};
