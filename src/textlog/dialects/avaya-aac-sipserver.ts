import type { Dialect } from '../dialect.ts';

/**
 * Avaya Aura Conferencing and Equinox, sipserver.log: a stamp on every row, an arrow in front of the peer and once more in front of the
 * start line.
 */
export const avayaAacSipserver: Dialect = {
  id: 'avaya-aac-sipserver',
  patterns: [
    {
      mark: 'MESSAGE] <--- ',
      row: /\[\.*MESSAGE\] (?<way><---) (?<remote>\S{1,80}:\d{1,5}) \d+ (?<size>\d{1,7})\s*$/,
    },
    {
      mark: 'MESSAGE] ---> ',
      row: /\[\.*MESSAGE\] (?<way>--->) (?<remote>\S{1,80}:\d{1,5}) \d+ (?<size>\d{1,7})\s*$/,
    },
  ],
};
