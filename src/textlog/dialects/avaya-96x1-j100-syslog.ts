import type { Dialect, Facts } from '../dialect.ts';

const WHAT =
  '\\(\\): (?:Outbound SIP message to (?<to>\\S{1,80})|Inbound SIP message from ip = (?<from>\\S{1,64}) port: (?<fromPort>\\d{1,5}))';
const RECORD =
  '(?:(?<date>[A-Z][a-z]{2} {1,2}\\d{1,2}) (?<clock>\\d\\d:\\d\\d:\\d\\d) \\S{1,64} )?SIPMESSAGE: (?<zone>[+-]\\d\\d:\\d\\d) (?<year>\\d{4}) (?<millis>\\d{1,3}) \\d+ \\S{1,32} \\| \\d+ ';

/**
 * Avaya 96x1 and J100 phones, syslog: zone, year and milliseconds stand behind the syslog stamp, `TX` or `RX` in front of the start
 * line. A record that is too long comes in parts (`wrappers/avaya-parts.ts`); then the second row names the peer.
 */
export const avaya96x1: Dialect = {
  id: 'avaya-96x1-j100-syslog',
  patterns: [
    {
      mark: 'SIPMESSAGE: ',
      row: new RegExp(`${RECORD}(?:\\[Part 01 of \\d\\d\\]|[\\w:]{1,60}${WHAT})`),
      read: (_, { groups = {} }) => ({ ...peerOf(groups), ...timeOf(groups) }),
    },
    {
      mark: ' SIP message ',
      row: new RegExp(WHAT),
      read: (_, { groups = {} }) => peerOf(groups),
      adds: true,
    },
  ],
};

type Groups = Readonly<Record<string, string | undefined>>;

function peerOf({ to, from, fromPort }: Groups): Facts {
  if (to !== undefined) return { sent: true, remote: to };
  if (from === undefined || fromPort === undefined) return {};
  return { sent: false, remote: from, remotePort: fromPort };
}

function timeOf({ date, clock, zone, year, millis = '' }: Groups): Facts {
  if (date === undefined) return {};
  return { time: `${date} ${year} ${clock}.${millis.padStart(3, '0')} ${zone}` };
}
