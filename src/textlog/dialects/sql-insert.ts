import type { Dialect, Facts, Whole } from '../dialect.ts';
import { beginsMessage } from '../rewriting/json-records.ts';
import { sqlRows } from '../rewriting/sql-values.ts';
import { SQL_INSERT } from '../wrappers/held-message.ts';

const DATE = /^20\d\d-\d\d-\d\d[ T]\d\d:\d\d:\d\d/;
const MICROS = /^\d{1,6}$/;
const PROTOCOL = /^(?:udp|tcp|tls|sctp|wss?)$/i;
/** An end in one column, `udp:192.0.2.1:5060`. */
const END = /^(udp|tcp|tls|sctp|wss?):([^\s'/]{2,80}:\d{1,5})$/i;

/**
 * Messages in a table, as a dump of the database prints them: the sip_trace of Kamailio and OpenSIPS, whose columns are told by what stands in
 * them, the sender's in front of the receiver's.
 */
export const sqlInsert: Dialect = {
  id: 'sql-insert',
  patterns: [
    {
      mark: 'INSERT INTO ',
      row: SQL_INSERT,
      text: (match, row) =>
        sqlRows(row, match.index + match[0].length).flatMap((values): Whole[] => {
          const text = values.find((value) => beginsMessage(value));
          return text === undefined ? [] : [{ text, facts: factsOf(values) }];
        }),
    },
  ],
};

function factsOf(values: readonly string[]): Facts {
  const facts: Facts = {};
  const dated = values.findIndex((value) => DATE.test(value));
  const date = values[dated];
  if (date !== undefined) {
    const next = values[dated + 1] ?? '';
    // Whole seconds, and the rest of them in a column of their own.
    const isWhole = !date.includes('.') && MICROS.test(next);
    facts.time = isWhole ? `${date}.${next.padStart(6, '0')}` : date;
  }
  const ends = endsOf(values);
  const [from, to] = ends;
  if (from === undefined || to === undefined) return facts;
  return { ...facts, from: from.end, to: to.end, transport: from.transport };
}

/** Transport and `host:port` of each end, in one column or in three. */
function endsOf(values: readonly string[]): { transport: string; end: string }[] {
  return values.flatMap((value, index) => {
    const whole = END.exec(value);
    if (whole !== null) return [{ transport: whole[1] as string, end: whole[2] as string }];
    const [host = '', port = ''] = values.slice(index + 1, index + 3);
    const isApart = PROTOCOL.test(value) && /[.:]/.test(host) && /^\d{1,5}$/.test(port);
    return isApart ? [{ transport: value, end: `${host}:${port}` }] : [];
  });
}
