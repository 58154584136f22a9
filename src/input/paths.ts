import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, inputError } from './errors.ts';
import { byCodeUnit, filesBelow } from './folder.ts';
import { isPattern, matchFiles } from './globbing.ts';
import { STDIN } from './stdin-chunks.ts';

export interface ExpandedPaths {
  /** Files to read, in the order of the arguments; inside a folder or pattern by code unit. None twice. */
  readonly files: readonly string[];
  /** Arguments that lead nowhere, and what cannot be read in a folder; the others are still read. */
  readonly errors: readonly InputError[];
}

/** Files, folders (read whole), glob patterns and `-` become the list of files to read. */
export async function expandPaths(paths: readonly string[]): Promise<ExpandedPaths> {
  const files = new Set<string>();
  const errors: InputError[] = [];
  for (const path of paths) {
    try {
      for (const file of await expandPath(path, errors)) files.add(file);
    } catch (error) {
      errors.push(error instanceof InputError ? error : inputError(path, error));
    }
  }
  return { files: [...files], errors };
}

async function expandPath(path: string, errors: InputError[]): Promise<readonly string[]> {
  if (path === STDIN) return [STDIN];
  const found = await stat(path).catch((error: unknown) => error);
  if (found instanceof Error) {
    // A file whose name looks like a pattern was found above; only what does not exist is a pattern.
    if (!isPattern(path)) throw inputError(path, found);
    const matches = await matchFiles(path);
    if (matches.length === 0) throw new InputError('no-match', path);
    return matches.toSorted(byCodeUnit);
  }
  const isFolder = (found as Awaited<ReturnType<typeof stat>>).isDirectory();
  if (!isFolder) return [path];
  const below = await filesBelow(path);
  errors.push(...below.problems);
  if (below.files.length === 0 && below.problems.length === 0) {
    throw new InputError('empty-folder', path);
  }
  return below.files.map((name) => join(path, name));
}
