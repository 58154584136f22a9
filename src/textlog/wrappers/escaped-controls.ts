import type { Wrapper } from './wrapper.ts';

/** rsyslog writes control characters as octal: `#012` is LF, `#015` CR, `#011` TAB. */
export const escapedControls: Wrapper = {
  id: 'syslog-escapes',
  mark: '#012',
  unwrap: (row) => ({
    text: row.replace(/#(01[125])/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    ),
  }),
};

/** Kiwi Syslog writes them as decimal: `<010>`, `<013>`. */
export const kiwiControls: Wrapper = {
  id: 'kiwi-escapes',
  mark: '<010>',
  unwrap: (row) => ({
    text: row.replace(/<0(09|10|13)>/g, (_, code: string) => String.fromCharCode(Number(code))),
  }),
};
