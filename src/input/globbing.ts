/** The door to tinyglobby. */
import { isAbsolute } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

export function isPattern(path: string): boolean {
  return isDynamicPattern(path);
}

/** Files that match, as paths that can be opened. */
export function matchFiles(pattern: string): Promise<string[]> {
  return glob(pattern, {
    onlyFiles: true,
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  });
}
