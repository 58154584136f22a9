import type { Dialect } from '../dialect.ts';

/**
 * OpenSIPS tracer module, to a file or to syslog (tracer.c): direction, transport, both ends; the file's rows have the time too, in
 * seconds.
 */
export const opensipsTracer: Dialect = {
  id: 'opensips-tracer',
  patterns: [
    {
      mark: ' -> ',
      row: /(?:^|\s)(?<way>in|out) (?<transport>udp|tcp|tls|sctp|wss?) (?:(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) )?(?<from>\S+:\d+) -> (?<to>\S+:\d+)\s*$/,
    },
  ],
};
