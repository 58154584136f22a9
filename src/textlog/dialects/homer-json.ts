import type { Dialect } from '../dialect.ts';
import { jsonMessages } from '../rewriting/json-records.ts';

const KEYS: ReadonlySet<string> = new Set(['raw']);

/** HOMER, rows of its search or of its table as JSON: the packet's header, and the message under `raw`. */
export const homerJson: Dialect = {
  id: 'homer-json',
  patterns: [
    {
      mark: '"raw"',
      row: /"raw"\s{0,4}:\s{0,4}".*$/,
      text: (_match, row) => jsonMessages(row, KEYS),
    },
  ],
};
