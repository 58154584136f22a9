import { METHODS } from '../../sip/methods.ts';
import type { Dialect } from '../dialect.ts';
import { QuotedField } from '../rewriting/quoted-field.ts';

const WORDS = ['SIP/2.0', ...METHODS];

/**
 * A message in a quoted column of CSV, over as many rows as it has. Which column is which end depends on the export: two with addresses and
 * ports, side by side, are believed unless the message contradicts; else only the time is taken, and a transport that has its column.
 */
export const csv: Dialect = {
  id: 'csv',
  endsInFront: true,
  patterns: [',', ';', '\t'].flatMap((divider) =>
    WORDS.map((word) => ({
      mark: `${divider}"${word} `,
      row: new RegExp(`(?<=${divider})"(?=${word} [^"]).*$`),
    })),
  ),
  rewrite(match, facts, first) {
    const field = new QuotedField();
    const transport = /(?:^|[,;\t"])(udp|tcp|tls|sctp|wss?)(?=[,;\t"])/i.exec(
      first.slice(0, match.index),
    );
    if (transport?.[1] !== undefined) facts.transport = transport[1];
    field.take(first.slice(match.index + 1));
    return (row) => {
      // A start line alone is a phrase in quotes.
      if (row === null) return field.rows.length > 1 ? field.rows : null;
      return !field.isClosed && field.take(row) && null;
    };
  },
};
