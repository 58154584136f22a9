import type { Dialect } from '../dialect.ts';
import { hexDump } from '../rewriting/hex-dump.ts';

const FIRST_ROW = /(?:^|\s)0x0000: {1,2}[0-9a-f]{4} [0-9a-f]{4} /;

/** tcpdump `-x`, `-xx`, `-X`, `-XX`: the row of the packet, then its bytes from the IP header or the link layer on. */
export const tcpdumpHex: Dialect = {
  id: 'tcpdump-hex',
  patterns: [
    { mark: '0x0000: ', row: FIRST_ROW, behind: ['tcpdump-ascii', 'tcpdump-v'] },
    { mark: '0x0000: ', row: FIRST_ROW },
  ],
  rewrite: hexDump,
  triggers: ['0x0010: '],
};
