import type { Dialect } from '../dialect.ts';

/** Yealink phones, syslog of the `sua` process: a tag in front of every row of the message, and no envelope but that. */
export const yealinkSyslog: Dialect = {
  id: 'yealink-syslog',
  patterns: [
    {
      mark: ': DLG <',
      row: /(?:(?<time>[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d) (?:\S{1,64} )?)?sua ?\[\d{1,10}\]: DLG <\d\+\w{1,8} *> \[\d{1,5}\] ?$/,
    },
  ],
};
