import type { Wrapper } from './wrapper.ts';

/** A start line that ends in `|`, and a header field behind it. */
const WHOLE =
  /(?:^|[|\s])((?:[A-Z]{3,20} [^|\s]{1,2000} SIP\/2\.0|SIP\/2\.0 [1-6]\d\d [^|]{0,200})\|[A-Za-z-]{1,30} ?: ?[^|])/;

/** A whole message on one row, its line ends written as `|`, as some programs log what has to fit one row. */
export const pipeRows: Wrapper = {
  id: 'pipe-rows',
  mark: '|CSeq:',
  unwrap(row) {
    const match = WHOLE.exec(row);
    if (match === null) return null;
    const start = match.index + match[0].length - (match[1] ?? '').length;
    return { text: row.slice(0, start) + row.slice(start).replaceAll('|', '\n') };
  },
};
