import type { Wrapper } from './wrapper.ts';

/** Header of RFC 5424 with the standard parameter that numbers a sender's rows (§7.3.1), and who the sender is. */
const HEADER =
  /^(?:<\d{1,3}>1 )?\S{10,40} (\S{1,255} \S{1,48} \S{1,128}) \S{1,32} (?:\[[^\]]{0,500}\]){0,4}?\[meta [^\]]{0,200}?sequenceId="(\d{1,10})"/;

/** Nothing is taken off the row: a gap in the numbers tells of rows that were lost. */
export const syslogSerial: Wrapper = {
  id: 'syslog-sequence',
  mark: '[meta ',
  unwrap(row) {
    const header = HEADER.exec(row);
    if (header === null) return null;
    return { text: row, serial: { value: Number(header[2]), of: header[1] ?? '' } };
  },
};
