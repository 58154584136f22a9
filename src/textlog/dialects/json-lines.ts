import type { Dialect } from '../dialect.ts';
import { jsonMessages } from '../rewriting/json-records.ts';
import { MESSAGE_KEYS } from '../wrappers/held-message.ts';

const KEYS: ReadonlySet<string> = new Set(MESSAGE_KEYS.filter((key) => key !== 'raw'));

/**
 * JSON with a whole message under one key and what a collector or a program knows about it under others: `src_ip`, `direction`,
 * `timestamp` … in the many ways in which they are named.
 */
export const jsonLines: Dialect = {
  id: 'json-lines',
  patterns: [...KEYS].map((key) => ({
    mark: `"${key}"`,
    row: new RegExp(
      String.raw`"${key}"\s{0,4}:\s{0,4}"(?=SIP\\?/2\.0 |[A-Z]{3,20} [^"\\]{1,2000} SIP\\?/2\.0).*$`,
    ),
    text: (_match, row) => jsonMessages(row, KEYS),
  })),
};
