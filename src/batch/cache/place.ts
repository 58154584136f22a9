import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { OptionsError } from '../../model/options-error.ts';
import { VERSION } from '../../model/version.ts';

/** A folder of kept readings. */
export interface CachePlace {
  readonly folder: string;
  /** Which tool wrote them: another one may read differently. */
  readonly tool: string;
}

/** The oldest entries go when there is more. */
const MAX_BYTES = 20 * 2 ** 30;
/** What a killed run left behind, ms. */
const ABANDONED = 24 * 3600 * 1000;
/** A note is a few bytes; nobody needs one for longer, ms. */
const FORGOTTEN = 90 * ABANDONED;

/**
 * Makes the folder ready; `code` is what reads.
 * @throws OptionsError when it cannot be made
 */
export async function openCache(folder: string, code: URL): Promise<CachePlace> {
  try {
    for (const part of ['entries', 'files', 'unfinished']) {
      // It holds what the messages held.
      await mkdir(join(folder, part), { recursive: true, mode: 0o700 });
    }
  } catch {
    throw new OptionsError(
      `${folder}: the cache's folder cannot be made`,
      'give a folder that this user may write to',
    );
  }
  const build = createHash('sha256')
    .update(await readFile(code))
    .digest('hex');
  return { folder: resolve(folder), tool: `${VERSION} ${build}` };
}

/** Whether the path leads into the cache itself. */
export function isInside({ folder }: CachePlace, path: string): boolean {
  return resolve(path).startsWith(folder + sep);
}

/** Lets go of what is abandoned, and of the oldest entries when there are too many. */
export async function prune({ folder }: CachePlace, most = MAX_BYTES): Promise<void> {
  await dropOlder(join(folder, 'unfinished'), ABANDONED);
  await dropOlder(join(folder, 'files'), FORGOTTEN);
  const entries = await filesOf(join(folder, 'entries'));
  let bytes = entries.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of entries.toSorted((a, b) => a.used - b.used)) {
    if (bytes <= most) return;
    await rm(path, { force: true });
    bytes -= size;
  }
}

async function dropOlder(folder: string, age: number): Promise<void> {
  for (const { path, used } of await filesOf(folder)) {
    if (Date.now() - used > age) await rm(path, { force: true });
  }
}

async function filesOf(folder: string): Promise<{ path: string; size: number; used: number }[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = [];
  for (const one of found) {
    if (!one.isFile()) continue;
    const path = join(one.parentPath, one.name);
    const state = await stat(path).catch(() => null);
    if (state !== null) files.push({ path, size: state.size, used: state.mtimeMs });
  }
  return files;
}
