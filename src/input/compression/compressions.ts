import { bzip2 } from './bzip2.ts';
import type { Compression } from './compression.ts';
import { gzip } from './gzip.ts';
import { lz4 } from './lz4.ts';
import { xz } from './xz.ts';
import { zstd } from './zstd.ts';

/** Every compression that is expanded. */
export const COMPRESSIONS: readonly Compression[] = [gzip, zstd, xz, bzip2, lz4];
