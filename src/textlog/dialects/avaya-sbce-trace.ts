import type { Dialect } from '../dialect.ts';

/** Avaya SBCE, traceSBC: 88 dashes, a row with the stamp `[DD-MM-YYYY:HH.MM.SS.uuuuuu]`, a row with both ends and the transport. */
export const avayaSbceTrace: Dialect = {
  id: 'avaya-sbce-trace',
  patterns: ['SIP IN: ', 'SIP OUT: '].map((mark) => ({
    mark,
    row: /(?<!\w)SIP (?<way>IN|OUT): (?<from>\S{1,80}) --> (?<to>\S{1,80}) \((?<transport>UDP|TCP|TLS)\)/,
  })),
  end: /^-{88}$/,
};
