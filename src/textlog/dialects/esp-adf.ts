import type { Dialect, Facts } from '../dialect.ts';

/**
 * Espressif's esp_rtc (ESP-ADF): stamp, direction and length between equals signs, an empty row of the logger, the message, equals
 * signs. The clock is often never set: then the ticks since boot are the better time, and no date.
 */
export const espAdf: Dialect = {
  id: 'esp-adf',
  patterns: [
    {
      mark: ' bytes',
      row: /(?:[A-Z] \((?<tick>\d{1,12})\) SIP: *)?\[(?<time>\d{4}-\d\d-\d\d\/\d\d:\d\d:\d\d)\](?:={3,}|<<=*)(?<way>WRITE|READ) (?<size>\d+) bytes(?:>>|=)/,
      read: (facts, { groups }) => timed(facts, groups?.['tick']),
    },
  ],
  end: /(?:^|\])(?:={10,}>>|<<={10,})$/,
};

function timed({ time = '', way = '', size = '' }: Facts, tick: string | undefined): Facts {
  const wasSet = tick === undefined || !time.startsWith('1970-');
  return { way, size, ...(wasSet ? { time } : { uptime: String(Number(tick) / 1000) }) };
}
