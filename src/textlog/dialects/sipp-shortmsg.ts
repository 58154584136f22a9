import type { Dialect } from '../dialect.ts';

/** Date, time and seconds since 1970 in three columns, or (for what is sent, since 3.7) one RFC 3339 stamp. */
const STAMP = String.raw`(?:\d{4}-\d\d-\d\d[\t ]\d\d:\d\d:\d\d\.\d+[\t ](?<time>1\d{9}\.\d{1,6})|(?<stamp>\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:?\d\d)?))`;

/**
 * SIPp `-trace_shortmsg`: one row a message, with nothing of it but Call-ID, CSeq and start line. That is enough for what happened in a
 * call and when, and for nothing else: each such message is told as cut.
 */
export const sippShortmsg: Dialect = {
  id: 'sipp-shortmsg',
  patterns: [
    {
      mark: '\tCSeq:',
      row: new RegExp(
        String.raw`(?:^|\s)${STAMP}\t(?<way>[SR])\t(?<callId>[^\t]{1,300})\tCSeq: ?(?<cseq>\d{1,10} [A-Z]{2,20})\s{0,4}\t`,
      ),
      read: ({ way = '', time }, { groups }) => ({ way, time: time ?? groups?.['stamp'] ?? '' }),
      text: ({ groups }, row) =>
        `${row.slice(row.lastIndexOf('\t') + 1).trim()}\r\nCall-ID: ${groups?.['callId']}\r\nCSeq: ${groups?.['cseq']}`,
    },
  ],
};
