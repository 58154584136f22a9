import type { Dialect } from '../dialect.ts';

const ROW = /\d\.\d{6,9} +\S+ (?:->|\xe2\x86\x92) \S+ +SIP(?:\/\w+)? (?:\d+ )?(?:Request|Status): /;

/** tshark without `-V`: one row a packet. */
export const tsharkSummary: Dialect = {
  id: 'tshark-summary',
  patterns: [
    { mark: 'Request: ', row: ROW },
    { mark: 'Status: ', row: ROW },
  ],
};
