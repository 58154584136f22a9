import type { Dialect } from '../dialect.ts';

/** Genesys SIP Server: direction, transport, length and peer in one row, its arrows at the end. Time of day only. */
export const genesysSipserver: Dialect = {
  id: 'genesys-sipserver',
  patterns: [' <<<<<', ' >>>>>'].map((mark) => ({
    mark,
    row: /(?:(?<time>\d\d:\d\d:\d\d\.\d{1,6}): )?(?:SIPTR: )?(?<way>Received|Sending) {1,2}\[\d{1,3},(?<transport>\w{2,4})\] (?<size>\d{1,7}) bytes (?:from|to) (?<remote>\S{1,80}) (?:<<<<<|>>>>>)/,
  })),
};
