import type { Dialect } from '../dialect.ts';

/** Avaya IP Office, System Monitor: milliseconds since it started, both ends, and rows indented by 20 blanks. */
export const avayaIpofficeMonitor: Dialect = {
  id: 'avaya-ipoffice-monitor',
  patterns: [
    {
      mark: 'mS SIP ',
      row: /(?<![\w.])(?<millis>\d{1,13})mS SIP (?<way>Rx|Tx): (?<transport>UDP|TCP|TLS) (?<from>\S{1,80}) -> (?<to>\S{1,80})/,
      read: (facts, { groups }) => ({
        ...facts,
        uptime: (Number(groups?.['millis']) / 1000).toFixed(3),
      }),
    },
  ],
};
