/** What collectors, terminals, editors and mail programs make of a log. Text is one character a byte. */

export type Coat = (log: string) => string;

const rows = (log: string): string[] => log.replace(/\n$/, '').split('\n');
const noCr = (row: string): string => row.replace(/\r$/, '');
const each =
  (dress: (row: string, index: number) => string): Coat =>
  (log) =>
    rows(log)
      .map((row, index) => `${dress(noCr(row), index)}\n`)
      .join('');

/** Each record (a row with `<---` and all behind it) on one row, in the way of `write`. */
const records =
  (write: (record: string) => string): Coat =>
  (log) =>
    log
      .split(/(?=^<---)/m)
      .map((record) => `${write(record.replace(/\r?\n$/, ''))}\n`)
      .join('');

const SECOND = (index: number): string => String(10 + Math.floor(index / 20)).padStart(2, '0');
const utf16 = (log: string, big: boolean): string => {
  let text = big ? '\xfe\xff' : '\xff\xfe';
  for (const char of log) text += big ? `\0${char}` : `${char}\0`;
  return text;
};

/** Every wrapper that the reader takes off, by name. */
export const COATS: Readonly<Record<string, Coat>> = {
  nothing: (log) => log,
  'syslog, RFC 3164': each((row, i) => `<134>Nov  3 10:15:${SECOND(i)} pbx1 asterisk[812]: ${row}`),
  'syslog, RFC 3164, without priority': each(
    (row, i) => `Nov  3 10:15:${SECOND(i)} pbx1 asterisk[812]: ${row}`,
  ),
  'syslog, RFC 5424': each(
    (row, i) => `<134>1 2026-11-03T10:15:${SECOND(i)}.123456Z pbx1 asterisk 812 - - ${row}`,
  ),
  'syslog with #015#012': records(
    (record) =>
      `<134>Nov  3 10:15:42 pbx1 asterisk[812]: ${record.replaceAll('\r', '#015').replaceAll('\n', '#012')}`,
  ),
  'syslog with #012': records(
    (record) =>
      `Nov  3 10:15:42 pbx1 asterisk[812]: ${record.replaceAll('\r', '').replaceAll('\n', '#012')}`,
  ),
  'Kiwi syslog': records(
    (record) =>
      `2026-11-03 10:15:42\tLocal0.Info\t192.0.2.9\t${record.replaceAll('\r', '<013>').replaceAll('\n', '<010>')}`,
  ),
  'journald, short': each((row, i) => `Nov 03 10:15:${SECOND(i)} pbx1 asterisk[812]: ${row}`),
  'journald, short-iso': each(
    (row, i) => `2026-11-03T10:15:${SECOND(i)}+0000 pbx1 asterisk[812]: ${row}`,
  ),
  'journald JSON, row by row': each((row) =>
    JSON.stringify({ __REALTIME_TIMESTAMP: '1793700942123456', _PID: '812', MESSAGE: row }),
  ),
  'journald JSON, record by record': records((record) =>
    JSON.stringify({ __REALTIME_TIMESTAMP: '1793700942123456', MESSAGE: record }),
  ),
  'journald JSON, as bytes': records((record) =>
    JSON.stringify({
      __REALTIME_TIMESTAMP: '1793700942123456',
      MESSAGE: [...record].map((char) => char.charCodeAt(0)),
    }),
  ),
  'journald JSON, as bytes with blanks': each((row) => {
    const numbers = [...`${row}\r`].map((char) => char.charCodeAt(0)).join(', ');
    return `{ "__REALTIME_TIMESTAMP" : "1793700942123456", "MESSAGE" : [ ${numbers} ] }`;
  }),
  'journald JSON, pretty': records((record) => {
    const text = JSON.stringify(record);
    return `{\n\t"__REALTIME_TIMESTAMP" : "1793700942123456",\n\t"MESSAGE" : ${text},\n\t"_PID" : "812"\n}`;
  }),
  'docker JSON': each((row) =>
    JSON.stringify({ log: `${row}\n`, stream: 'stdout', time: '2026-11-03T10:15:42.123456789Z' }),
  ),
  'docker JSON with a space behind each colon': each((row) => {
    const log = JSON.stringify(`${row}\n`);
    return `{"log": ${log}, "stream": "stdout", "time": "2026-11-03T10:15:42.123456789Z"}`;
  }),
  'docker JSON with CR': each((row) =>
    JSON.stringify({ log: `${row}\r\n`, stream: 'stdout', time: '2026-11-03T10:15:42.123456789Z' }),
  ),
  'docker JSON, long rows in parts': each((row) => {
    const part = (log: string): string =>
      JSON.stringify({ log, stream: 'stdout', time: '2026-11-03T10:15:42.1Z' });
    return row.length < 20
      ? part(`${row}\n`)
      : `${part(row.slice(0, 20))}\n${part(`${row.slice(20)}\n`)}`;
  }),
  'kubernetes CRI': each((row) => `2026-11-03T10:15:42.123456789Z stdout F ${row}`),
  'kubernetes CRI, long rows in parts': each((row) =>
    row.length < 20
      ? `2026-11-03T10:15:42.123456789Z stdout F ${row}`
      : `2026-11-03T10:15:42.123456789Z stdout P ${row.slice(0, 20)}\n2026-11-03T10:15:42.123456790Z stdout F ${row.slice(20)}`,
  ),
  'docker compose': each((row) => (row === '' ? 'pbx_1  |' : `pbx_1  | ${row}`)),
  'JSON lines with a message field': records((record) =>
    JSON.stringify({ '@timestamp': '2026-11-03T10:15:42.123Z', level: 'info', message: record }),
  ),
  'a JSON array, pretty': (log) =>
    JSON.stringify(
      log
        .split(/(?=^<---)/m)
        .map((message, id) => ({ id, host: { name: 'pbx' }, tags: ['a', 'b'], message, level: 1 })),
      null,
      2,
    ),
  colours: each((row) => `\x1b[36;1m${row}\x1b[;m`),
  'line ends written out': records(
    (record) =>
      `2026-11-03 10:15:42.123 app "${record.replaceAll('\r', '').replaceAll('\n', String.raw`\r\n`)}"`,
  ),
  'line ends written out twice': records(
    (record) =>
      `2026-11-03 10:15:42.123 app "${record.replaceAll('\r', '').replaceAll('\n', String.raw`\\r\\n`)}"`,
  ),
  'pipes for line ends': records(
    (record) => `2026-11-03 10:15:42.123|app|${record.replaceAll('\r', '').replaceAll('\n', '|')}|`,
  ),
  'a quoted JSON string': records((record) => JSON.stringify(record)),
  'cat -v': each((row) => `${row}^M`),
  'CR twice': each((row) => `${row}\r\r`),
  'CR alone': (log) => log.replace(/\r?\n/g, '\r'),
  CRLF: each((row) => `${row}\r`),
  LF: each((row) => row),
  'doubled line ends': each((row) => `${row}\n`),
  'a prefix on every row': each((row) => `[pbx-1] INFO sip: ${row}`),
  'line numbers': each((row, i) => `${String(i + 1).padStart(6)}\t${row}`),
  'grep -H': each((row) => `/var/log/asterisk/full:${row}`),
  'grep -Hn': each((row, i) => `full.log:${i + 1}:${row}`),
  'grep -A': each((row) => `full.log${/200|---/.test(row) ? ':' : '-'}${row}`),
  'grep -nA': each((row, i) => {
    const mark = /200|---/.test(row) ? ':' : '-';
    return `full.log${mark}${i + 1}${mark}${row}`;
  }),
  'grep --color': each((row) =>
    `\x1b[35m\x1b[Kfull.log\x1b[m\x1b[K\x1b[36m\x1b[K:\x1b[m\x1b[K${row}`.replace(
      /SIP/g,
      '\x1b[01;31m\x1b[K$&\x1b[m\x1b[K',
    ),
  ),
  'a highlighted word': each((row) => row.replace(/SIP/g, '\x1b[7m$&\x1b[0m')),
  'mail quoting': each((row) => `> ${row}`),
  'mail quoting, blanks stripped': each((row) => `> ${row}`.trimEnd()),
  'mail quoting, twice': each((row) => `>> ${row}`),
  'an indent': each((row) => (row === '' ? '' : `    ${row}`)),
  'Asterisk console stamps': each((row) => `[Nov  3 10:15:42] ${row}`),
  logcat: each((row) => `11-03 10:15:42.123  2411  2500 D sip: ${row}`),
  'a UTF-8 byte order mark': (log) => `\xef\xbb\xbf${log}`,
  'UTF-16, little end first': (log) => utf16(log, false),
  'UTF-16, big end first': (log) => utf16(log, true),
  'UTF-16 without a mark': (log) => utf16(log, false).slice(2),
  'ANSI in syslog': each(
    (row) => `<134>Nov  3 10:15:42 pbx1 asterisk[812]: \x1b[0;32m${row}\x1b[0m`,
  ),
  'docker JSON of syslog rows': each((row) =>
    JSON.stringify({ log: `Nov  3 10:15:42 pbx1 asterisk[812]: ${row}\n`, stream: 'stdout' }),
  ),
};
