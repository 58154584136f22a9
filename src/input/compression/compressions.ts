import type { Compression } from './compression.ts';
import { gzip } from './gzip.ts';
import { zstd } from './zstd.ts';

/** Every compression that is expanded. */
export const COMPRESSIONS: readonly Compression[] = [gzip, zstd];
