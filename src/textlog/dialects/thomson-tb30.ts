import type { Dialect } from '../dialect.ts';
import { uptimeOf } from '../time/uptime.ts';

/** Thomson and Technicolor TB30 phones: peer, days, hours … milliseconds since the phone started, length. */
export const thomsonTb30: Dialect = {
  id: 'thomson-tb30',
  patterns: [
    {
      mark: ' bytes)',
      row: /(?<way>Recv|Sen[dt]) (?:from|to) (?<transport>udp|tcp|tls): ?(?<remote>\S{1,80}) (?<days>\d{1,4}):(?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d):(?<millis>\d{3}) \((?<size>\d{1,7}) bytes\)/,
      read: (facts, { groups = {} }) => ({ ...facts, uptime: uptimeOf(groups) }),
    },
  ],
};
