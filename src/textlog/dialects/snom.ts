import type { Dialect, Facts } from '../dialect.ts';

/** snom's SIP trace page: direction, peer, the day before the month, milliseconds behind a colon. */
export const snom: Dialect = {
  id: 'snom',
  patterns: [
    {
      mark: ' bytes):',
      row: /(?<way>Sent to|Received from) (?<transport>udp|tcp|tls):(?<remote>\S+:\d+) at (?<time>\d{1,2}\/\d{1,2}\/\d{4} \d\d:\d\d:\d\d:\d{3}) \((?<size>\d+) bytes\):/,
      read: (facts) => ({ ...facts, time: dayFirst(facts) }),
    },
  ],
};

function dayFirst({ time = '' }: Facts): string {
  const [date = '', clock = ''] = time.split(' ');
  const [day = '', month = '', year = ''] = date.split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${clock}`;
}
