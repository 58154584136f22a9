import type { Block } from './block.ts';
import { decryptionSecrets } from './decryption-secrets.ts';
import { enhancedPacket } from './enhanced-packet.ts';
import { interfaceDescription } from './interface-description.ts';
import { interfaceStatistics } from './interface-statistics.ts';
import { oldPacket } from './old-packet.ts';
import { simplePacket } from './simple-packet.ts';

/** Blocks that are read. The section header is not here: it sets the byte order, so the reader itself knows it. */
export const BLOCKS: readonly Block[] = [
  enhancedPacket,
  interfaceDescription,
  simplePacket,
  oldPacket,
  interfaceStatistics,
  decryptionSecrets,
];

/** Known to hold nothing about packets, so skipped without mention: name resolution (§4.5). */
export const SILENT_BLOCKS: ReadonlySet<number> = new Set([4]);
