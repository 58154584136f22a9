import type { Dialect } from '../dialect.ts';

/**
 * SEMS with `log_raw_messages` (udp_trsp.cpp): a row with the peer, which old releases leave out of what is sent, then the message
 * between `--++--`. The closing one sticks to a body's last row.
 */
export const sems: Dialect = {
  id: 'sems',
  patterns: [
    {
      mark: ' recvd msg via ',
      row: /(?<way>recvd) msg via (?<transport>[A-Z]{2,4}) from (?<remote>\S+:\d+) vv/,
    },
    {
      mark: 'send  msg',
      row: /(?<way>send) {2}msg(?: (?:via (?<transport>[A-Z]{2,4}) )?to (?<remote>\S+:\d+))?\s*$/,
    },
  ],
  end: /^--\+\+--$/,
};
