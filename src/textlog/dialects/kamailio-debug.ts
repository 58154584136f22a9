import type { Dialect } from '../dialect.ts';

/** Kamailio's and OpenSIPS's parser at debug level: what it found, value by value, never the message. */
export const kamailioDebug: Dialect = {
  id: 'kamailio-debug',
  patterns: [
    {
      mark: 'parse_msg(): ',
      row: /\bparse_msg\(\): (?:SIP (?:Request|Reply)| {1,2}(?:method|uri|version|status))/,
    },
    { mark: 'parse_via', row: /\bparse_via(?:_param)?\(\): / },
  ],
};
