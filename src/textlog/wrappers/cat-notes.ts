import type { Wrapper } from './wrapper.ts';

/** `cat -v` and vi show CR as `^M` at the end of a row: what somebody wrote behind it on a start line is not the log's. */
const NOTED = /(SIP\/2\.0(?: [1-6]\d\d [^^]{0,100})?\^M) [^\n]{1,200}$/;

export const catNotes: Wrapper = {
  id: 'notes',
  mark: '^M ',
  unwrap: (row) => (NOTED.test(row) ? { text: row.replace(NOTED, '$1') } : null),
};
