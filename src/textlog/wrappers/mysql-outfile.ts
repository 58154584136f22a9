import type { Wrapper } from './wrapper.ts';

/** `SELECT … INTO OUTFILE`: a backslash in front of each LF of a text; a copy may have made a row of its own of it. */
const ESCAPED_END = /(?:^|\r|: )\\$/;

export const mysqlOutfileRow: Wrapper = {
  id: 'mysql-outfile',
  mark: '\\',
  unwrap: (row) =>
    ESCAPED_END.test(row) ? { text: row.slice(0, -1).replaceAll('\\\\', '\\') } : null,
};
