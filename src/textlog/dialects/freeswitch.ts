import type { Dialect } from '../dialect.ts';
import { SOFIA_STAMP, SOFIA_TIME } from './sofia-stamp.ts';

/**
 * FreeSWITCH `sofia global siptrace on` and everything else on Sofia-SIP (tport_logging.c, three generations): a stamp row and
 * dashes. Since 2019 nothing ends a record, not even a line end, so the next stamp may be glued to a body's last row.
 */
export const freeswitch: Dialect = {
  id: 'freeswitch',
  patterns: [{ mark: ' bytes ', row: new RegExp(SOFIA_STAMP + SOFIA_TIME), glued: true }],
  end: /^-{72}$/,
  gap: 2,
};
