import type { Wrapper } from './wrapper.ts';

const HEAD =
  /^<\d{1,3}>[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S{1,64} SIPMESSAGE: .{0,80}\[Part (?!01)\d\d of \d\d\]\s*$/;

/**
 * Avaya phones send a long record in parts, cut anywhere and without a line end: the head of the next part stands behind the cut, and
 * the text goes on in the row below.
 */
export const avayaParts: Wrapper = {
  id: 'avaya-parts',
  mark: '[Part ',
  unwrap(row) {
    const at = row.lastIndexOf('<');
    return at < 0 || !HEAD.test(row.slice(at)) ? null : { text: row.slice(0, at), open: true };
  },
};
