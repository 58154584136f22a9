import type { Dialect, Facts } from '../dialect.ts';
import { uptimeOf } from '../time/uptime.ts';

/** IOS stamps a row with a date, or with the time since it started: `00:11:29`, `1d02h`, `3w4d`. */
const STAMP =
  '(?:(?<time>[A-Z][a-z]{2} {1,2}\\d{1,2} (?:\\d{4} )?\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?: [A-Z]{2,5})?)' +
  '|(?<hours>\\d\\d):(?<minutes>\\d\\d):(?<seconds>\\d\\d)|(?<days>\\d{1,5})d(?<dayHours>\\d\\d)h): ';

/**
 * Cisco IOS, IOS-XE and CUBE, `debug ccsip messages`: a tagged row, then `Sent:` or `Received:`. Neither ends nor transport; the
 * year only if it is configured. Bodies that are not text are not printed.
 */
export const ciscoIos: Dialect = {
  id: 'cisco-ios',
  patterns: [
    {
      mark: 'ccsipDisplayMsg:',
      row: new RegExp(
        `(?:${STAMP})?//-?\\w{1,20}/\\w{1,40}/SIP/Msg/ccsipDisplayMsg: ?(?:(?<way>Sent|Received):)?`,
      ),
      read: ({ time, way }, { groups }) => {
        const facts: Facts = {};
        if (time !== undefined) facts.time = time;
        if (way !== undefined) facts.way = way;
        const uptime = uptimeOf({ ...groups, hours: groups?.['hours'] ?? groups?.['dayHours'] });
        if (uptime !== '') facts.uptime = uptime;
        return facts;
      },
    },
    { mark: 'Sent:', row: /(?:^|\s)(?<way>Sent):\s*$/, adds: true },
    { mark: 'Received:', row: /(?:^|\s)(?<way>Received):\s*$/, adds: true },
  ],
};
