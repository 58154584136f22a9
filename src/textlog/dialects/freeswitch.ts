import type { Dialect } from '../dialect.ts';

/**
 * FreeSWITCH `sofia global siptrace on` and everything else on Sofia-SIP (tport_logging.c, three generations): a stamp row and
 * dashes. Since 2019 nothing ends a record, not even a line end, so the next stamp may be glued to a body's last row.
 */
export const freeswitch: Dialect = {
  id: 'freeswitch',
  patterns: [
    {
      mark: ' bytes ',
      row: /(?<way>recv|send|sent) (?<size>\d{1,7}) bytes (?:from|to) (?<transport>udp|tcp|tls|sctp|wss?)\/\[(?<remote>[^\]\s]+)\](?::(?<remotePort>\d+))?(?:\/\d+|;comp=\w+){0,2}(?: at (?<time>\d\d:\d\d:\d\d\.\d{1,6}))?:?/,
      glued: true,
    },
  ],
  end: /^-{72}$/,
  gap: 2,
};
