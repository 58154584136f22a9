/** Apart from the schemas, so that writing a report need not load the validator (60 ms). */
export const REPORT_SCHEMA_ID = 'siptriage.report/1';
export const CALL_LINE_SCHEMA_ID = 'siptriage.call/1';
export const WATCH_SCHEMA_ID = 'siptriage.watch/1';
