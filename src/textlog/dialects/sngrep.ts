import type { Dialect } from '../dialect.ts';

/**
 * sngrep, saved as text (ui_save.c, save_msg_txt): stamp and ends, the message, two line ends; dialog by dialog. ngrep's row has a
 * letter for the transport in front.
 */
export const sngrep: Dialect = {
  id: 'sngrep',
  patterns: [
    {
      mark: ' -> ',
      row: /(?:^|(?<![UT?]|\))\s)(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{6}) (?<from>\S+:\d+) -> (?<to>\S+:\d+)\s*$/,
    },
  ],
};
