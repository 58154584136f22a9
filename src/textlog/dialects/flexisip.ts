import type { Dialect } from '../dialect.ts';
import { SOFIA_STAMP, SOFIA_TIME } from './sofia-stamp.ts';

/** Flexisip: the records of Sofia-SIP behind the server's own stamp, `2026-03-01 10:15:42:391 flexisip-debug-`. */
export const flexisip: Dialect = {
  id: 'flexisip',
  patterns: [
    {
      mark: 'flexisip-',
      row: new RegExp(
        String.raw`(?<date>\d{4}-\d\d-\d\d) [\d:]{8,12} flexisip-\w+-\s*${SOFIA_STAMP}${SOFIA_TIME}`,
      ),
    },
  ],
  end: /^-{72}$/,
};

/** Other rows of the server. */
export const flexisipQuiet: Dialect = {
  id: flexisip.id,
  patterns: [{ mark: 'flexisip-', row: /flexisip-(?:debug|message|warning|error)-/ }],
};
