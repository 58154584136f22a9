import type { Dialect } from '../dialect.ts';

/** Avaya Workplace and everything else on the Avaya Client SDK (UccLog): the message between braces. */
export const avayaCsdkUcclog: Dialect = {
  id: 'avaya-csdk-ucclog',
  patterns: [
    {
      mark: 'SENDING ',
      row: /(?<way>SENDING) (?<size>\d{1,7}) bytes to (?<remote>\S{1,80}) \{\s*$/,
    },
    {
      mark: 'RECEIVED ',
      row: /(?<way>RECEIVED) (?<size>\d{1,7}) bytes from (?<remote>\S{1,80}) \{\s*$/,
    },
  ],
  end: /^\}$/,
};
