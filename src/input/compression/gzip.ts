import type { Compression } from './compression.ts';
import { inflate } from './inflate.ts';

/** gzip (RFC 1952), members in a row included. */
export const gzip: Compression = {
  id: 'gzip',
  sniff: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,
  load: () => Promise.resolve((source, damage) => inflate('gzip', source, damage)),
};
