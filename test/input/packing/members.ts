/** Opens everything in some bytes, as if they were a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSources, type OpenOptions } from '../../../src/input/open-sources.ts';
import { concat } from '../../capture/capture-bytes.ts';

export interface Opened {
  /** Behind the name of the file. */
  readonly path: string;
  readonly kind: string;
  readonly compression: string | undefined;
  readonly bytes: Uint8Array;
  /** reason → count. */
  readonly unread: { [reason: string]: number };
}

export async function openAll(bytes: Uint8Array, options?: OpenOptions): Promise<Opened[]> {
  const folder = mkdtempSync(join(tmpdir(), 'siptriage-members-'));
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const all: Opened[] = [];
  try {
    for await (const source of openSources(path, options)) {
      const parts: Uint8Array[] = [];
      if (source.content.kind === 'bytes') {
        for await (const chunk of source) parts.push(Uint8Array.from(chunk));
      }
      await source.close();
      const unread = source.unread.list().map(({ reason, count }) => [reason, count] as const);
      all.push({
        path: source.path.slice(path.length),
        kind: source.content.kind,
        compression: source.compression,
        bytes: concat(...parts),
        unread: Object.fromEntries(unread),
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return all;
}
