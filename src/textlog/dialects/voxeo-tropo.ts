import type { Dialect } from '../dialect.ts';

/** Voxeo PRISM and Tropo: `(i)[` or `(o)[` right in front of the start line, `]` behind the message. */
export const voxeoTropo: Dialect = {
  id: 'voxeo-tropo',
  patterns: ['(i)[', '(o)['].map((mark) => ({ mark, row: /(?:^|\s)\((?<way>[io])\)\[$/ })),
  end: /^\](?: #\[.*)?$/,
};
