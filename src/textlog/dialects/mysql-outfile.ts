import type { Dialect } from '../dialect.ts';

const COLUMNS =
  /(?:^|\s)\d{1,12}[\t ](?<time>20[12]\d-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)[\t ]\S{1,300}(?:\t\S{0,300}){0,6}\t?$/;

/** The sip_trace table of Kamailio and OpenSIPS in MySQL's own text form: number, time, Call-ID …, then the message. */
export const mysqlOutfile: Dialect = {
  id: 'mysql-outfile',
  patterns: ['\t201', '\t202', ' 201', ' 202'].map((mark) => ({ mark, row: COLUMNS })),
};
