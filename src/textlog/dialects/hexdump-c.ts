import type { Dialect } from '../dialect.ts';
import { hexDump } from '../rewriting/hex-dump.ts';

/** `hexdump -C` and `xxd`: any bytes, here a message or a frame that carries one. */
export const hexdumpC: Dialect = {
  id: 'hexdump-c',
  patterns: [
    { mark: '00000000  ', row: /(?:^|\s)00000000 {2}[0-9a-f]{2} [0-9a-f]{2} /, weak: true },
    { mark: '00000000: ', row: /(?:^|\s)00000000: [0-9a-f]{4} [0-9a-f]{4} /, weak: true },
  ],
  rewrite: hexDump,
  triggers: ['00000010: '],
};
