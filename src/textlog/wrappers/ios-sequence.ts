import type { Wrapper } from './wrapper.ts';

/**
 * Number of a row, which IOS puts in front of its clock (`service sequence-numbers`, `logging message-counter syslog`), the first of them
 * if there are two; and what a collector wrote in front of it but for numbers: stamp and host.
 */
const NUMBERED =
  /^(.{0,120}?)(?<![\d:.])(\d{1,10}): (?:\d{1,10}: )?(?:[^\s:]{1,40}: )?[*.]?(?:[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d|\d\d:\d\d:\d\d: \/\/|\d{1,5}[dw]\d{1,2}[hd]: )/;
/** What differs from row to row: the stamp and the priority. */
const STAMP = /<\d{1,3}>|\d\d:\d\d:\d\d\S*|[A-Z][a-z]{2} {1,2}\d{1,2} |\d{4}-\d\d-\d\dT?/g;

/** Nothing is taken off the row: a gap in the numbers tells of rows that were lost. */
export const iosSequence: Wrapper = {
  id: 'ios-sequence',
  mark: 'ccsipDisplayMsg:',
  unwrap(row) {
    const numbered = NUMBERED.exec(row.slice(0, 300));
    if (numbered === null) return null;
    const [, front = '', value] = numbered;
    return { text: row, serial: { value: Number(value), of: `ios ${front.replace(STAMP, '')}` } };
  },
};
