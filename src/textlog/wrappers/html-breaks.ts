import type { Wrapper } from './wrapper.ts';

const BREAK = /<br ?\/?>/gi;
/** Rows that a message has: a start line, a field, a line of its description, nothing, or an envelope between brackets. */
const ROW =
  /^(?:\s|&nbsp;){0,16}(?:|[a-z]=[^<]{0,2000}|[A-Za-z][\w-]{0,60} ?:[^<]{0,4000}|.{0,300}SIP\/2\.0(?: [1-6]\d\d [^<]{0,200})?|&lt;-{2}.{0,300})<br ?\/?>\s{0,16}$/;
/** A start line and a field behind it. */
const WHOLE = /SIP\/2\.0(?: [1-6]\d\d [^<]{0,200})?<br ?\/?>\s{0,16}[A-Za-z-]{1,30} ?:/;

/** The source of a web page: its line ends are marks, with line ends of its own behind them or without. */
export const htmlBreaks: Wrapper = {
  id: 'html-breaks',
  mark: '<br',
  unwrap(row) {
    if (ROW.test(row)) return { text: row.replace(/<br ?\/?>\s*$/, '') };
    return WHOLE.test(row) ? { text: row.replace(BREAK, '\n') } : null;
  },
};
