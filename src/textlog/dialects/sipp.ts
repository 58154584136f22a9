import type { Dialect } from '../dialect.ts';

/** 47 dashes divide the records. */
const DASHES = '-{47}';

/**
 * SIPp `-trace_msg` (socket.cpp, call.cpp; 3.4 to HEAD): dashes with the time, then what happened. No addresses at all. The
 * record headed "Unexpected" repeats a message that was logged before: `sippRepeat`.
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
      row: /\b(?<transport>UDP|TCP|TLS|SCTP) message (?<way>received|sent) [[(](?<size>\d+)(?:\] bytes ?| bytes\)):/,
      adds: true,
    },
  ],
  end: new RegExp(`^${DASHES}$`),
};

/** The repeated message is no second one: its rows are passed over, and counted. */
export const sippRepeat: Dialect = {
  id: 'sipp-repeat',
  patterns: [
    {
      mark: 'Unexpected ',
      row: /(?:^|\s)Unexpected (?:UDP|TCP|TLS|SCTP) message received:\s*$/,
    },
  ],
  rewrite: () => (row) => (row === null ? null : row.replaceAll('SIP/2.0', 'SIP 2.0')),
  end: new RegExp(`^${DASHES}`),
};

/** SIPp's file of errors: what it complains about may be quoted, without a start line. */
export const sippQuiet: Dialect = {
  id: sipp.id,
  patterns: [{ mark: 'sipp: The following', row: /(?:^|\s)sipp: The following events occured:/ }],
};
