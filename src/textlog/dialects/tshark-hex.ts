import type { Dialect } from '../dialect.ts';
import { hexDump } from '../rewriting/hex-dump.ts';

/** tshark `-x`, and packet bytes exported from Wireshark: each frame from its link layer on, without any other row. */
export const tsharkHex: Dialect = {
  id: 'tshark-hex',
  patterns: [{ mark: '0000  ', row: /(?:^|\s)0000 {2,3}[0-9a-f]{2} [0-9a-f]{2} / }],
  rewrite: hexDump,
  triggers: ['0010  '],
};
