import type { Dialect } from '../dialect.ts';

/** 47 dashes divide the records. */
const DASHES = '-{47}';

/**
 * SIPp `-trace_msg` (socket.cpp, call.cpp; 3.4 to HEAD): dashes with the time, then what happened. No addresses at all. The
 * record headed "Unexpected" repeats a message that was logged before.
 */
export const sipp: Dialect = {
  id: 'sipp',
  patterns: [
    {
      mark: '-----------------------------------------------',
      row: new RegExp(
        `(?:^|\\s)${DASHES} (?<time>\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)`,
      ),
    },
    {
      mark: ' message ',
      row: /\b(?<transport>UDP|TCP|TLS|SCTP) message (?<way>received|sent) [[(](?<size>\d+)[\])] bytes ?:/,
      adds: true,
    },
  ],
  end: new RegExp(`^${DASHES}$`),
};
