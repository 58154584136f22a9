import type { Dialect } from '../dialect.ts';

/** ADTRAN AOS, `debug sip stack messages`: a stamp on every row, which goes on within a message; both ends and the transport. */
export const adtranAos: Dialect = {
  id: 'adtran-aos',
  patterns: [
    {
      mark: ' dst=',
      row: /(?:(?<time>\d\d:\d\d:\d\d\.\d{3}) )?SIP\.STACK MSG {1,8}(?<way>Rx|Tx): (?<transport>UDP|TCP|TLS) src=(?<from>\S{1,80}) dst=(?<to>\S{1,80})/,
    },
  ],
};
