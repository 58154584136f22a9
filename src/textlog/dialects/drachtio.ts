import type { Dialect } from '../dialect.ts';
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
        String.raw`(?:^|[\s|<])(?<time>\d{4}-(?:\d\d|[A-Z][a-z]{2})-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)[|>]? +${SOFIA_STAMP} at (?<date>[\d:.]+\d):?`,
      ),
      read: ({ time = '', date: second = '', ...facts }) => ({
        ...facts,
        time: withNumbers(withFraction(time, second)),
      }),
    },
  ],
};

/** In a file of numbered records the server's own stamp has none; Sofia's is of the same second then, as a rule. */
function withFraction(time: string, second: string): string {
  return time.endsWith(second.slice(0, 8)) ? time.slice(0, -8) + second : time;
}

function withNumbers(time: string): string {
  return time.replace(NAMED_MONTH, '$3 $2 $1');
}
