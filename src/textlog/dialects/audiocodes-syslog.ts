import type { Dialect, Facts } from '../dialect.ts';
import { joinedParts } from '../parts.ts';
import { uptimeOf } from '../time/uptime.ts';

/** The device's own stamp, which its wrapper puts in front: `[Time:DD-MM@HH:MM:SS.mmm]`, on older firmware `[Time: MM-DD-YYYY@…]`. */
const TIME =
  '(?:\\[Time: ?(?<first>\\d\\d)-(?<second>\\d\\d)(?:-(?<year>\\d{4}))?@(?<clock>\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?)\\] )?';
/** Old gateways count from their start. */
const UPTIME =
  '(?:(?<days>\\d{1,5})d:(?<hours>\\d{1,2})h:(?<minutes>\\d{1,2})m:(?<seconds>\\d{1,2})s [^-]{0,60})?';
const ROW = new RegExp(
  `${UPTIME}${TIME}---- (?<way>Incoming|Outgoing) SIP Message (?:from|to) (?<remote>\\S{1,80}) (?:to|from) SIPInterface #\\d{1,5}` +
    '(?: {1,2}\\([^)]{0,80}\\))?(?: {1,2}(?<transport>UDP|TCP|TLS|SCTP|WSS?)\\b)?[^\\n]{0,120}?----',
);
const RECORD = /\[S=\d{1,10}\] ?\[[SB]ID[=:]([^\]]{1,40})\] */;
const ITEM = /^(?:\(N +\d+\)|\( ?lgr_)/;

/**
 * AudioCodes Mediant and MediaPack, syslog and message log. One record holds several items `(N n)`; a message that does not fit goes on
 * in the next record, as newer firmware also does with every message behind its envelope.
 */
export const audiocodesSyslog: Dialect = {
  id: 'audiocodes-syslog',
  patterns: [
    { mark: 'Incoming SIP Message from', row: ROW, read: factsOf },
    { mark: 'Outgoing SIP Message to', row: ROW, read: factsOf },
  ],
  end: /^(?:\[Time:|\(N +\d+\))/,
  rewrite({ input }) {
    const session = RECORD.exec(input)?.[1];
    return joinedParts((row) => {
      const record = RECORD.exec(row);
      if (record === null) return null;
      if (session !== undefined && record[1] !== session) return false;
      const rest = row.slice(record.index + record[0].length);
      return ITEM.test(rest) ? false : rest;
    });
  },
};

function factsOf({ way, remote, transport }: Facts, { groups }: RegExpExecArray): Facts {
  const facts: Facts = {};
  if (way !== undefined) facts.way = way;
  if (remote !== undefined) facts.remote = remote;
  if (transport !== undefined) facts.transport = transport;
  const { first, second, year, clock, ...uptime } = groups ?? {};
  if (clock !== undefined) {
    facts.time =
      year === undefined ? `${second}-${first} ${clock}` : `${year}-${first}-${second} ${clock}`;
  } else if (uptime['days'] !== undefined) facts.uptime = uptimeOf(uptime);
  return facts;
}
