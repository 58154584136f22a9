import type { Dialect } from '../dialect.ts';

const STAMP =
  '(?<time>[A-Z][a-z]{2} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) On (?:\\[\\d{1,4}:\\d{1,4}\\])?(?<local>\\S{1,80})';

/**
 * Oracle (Acme Packet) SBC, sipmsg.log and the text of its "Session Details": both ends, no transport. 40 dashes divide the records;
 * media control records have the same first row and no SIP.
 */
export const oracleAcmeSipmsg: Dialect = {
  id: 'oracle-acme-sipmsg',
  patterns: [
    { mark: ' sent to ', row: new RegExp(`${STAMP} (?<way>sent) to (?<remote>\\S{1,80})`) },
    {
      mark: ' received from ',
      row: new RegExp(`${STAMP} (?<way>received) from (?<remote>\\S{1,80})`),
    },
  ],
  end: /^(?:-{40}|-{4}MBCD Evt)$/,
};
