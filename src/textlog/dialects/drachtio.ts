import type { Dialect, Facts } from '../dialect.ts';
import { SOFIA_STAMP } from './sofia-stamp.ts';

/** `2017-Jun-27 07:48:59.059161`: older releases write the month's name. */
const NAMED_MONTH = /^(\d{4})-([A-Z][a-z]{2})-(\d\d)/;

/**
 * drachtio-server and jambonz (controller.cpp): the stamp of Sofia-SIP behind the server's own, which has the date; no dashes,
 * the record ends at the next dated row. The server's stamp is taken, so that date and time are of one clock.
 */
export const drachtio: Dialect = {
  id: 'drachtio',
  patterns: [
    {
      mark: ' bytes ',
      row: new RegExp(
        String.raw`(?:^|[\s|])(?<time>\d{4}-(?:\d\d|[A-Z][a-z]{2})-\d\d \d\d:\d\d:\d\d\.\d{1,6})\|? +${SOFIA_STAMP} at [\d:.]+:?`,
      ),
      read: (facts) => ({ ...facts, time: withNumbers(facts) }),
    },
  ],
};

function withNumbers({ time = '' }: Facts): string {
  return time.replace(NAMED_MONTH, '$3 $2 $1');
}
