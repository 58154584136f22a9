import { InputError } from '../input/errors.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import type { Session } from '../session.ts';
import { type PathReader, type PathsRead, readPath } from './read-path.ts';

/** Reads paths in this thread, one after the other. */
export async function readHere(
  paths: readonly string[],
  session: Pick<Session, 'open'>,
  { onProgress, signal }: AnalyzeOptions,
): Promise<PathsRead> {
  const problems: InputError[] = [];
  let opened = 0;
  const reader: PathReader = {
    open: ({ path, unread }) => session.open(path, unread),
    locked: (problem) => problems.push(problem),
    progress: (progress) => onProgress?.(progress),
    goesOn: () => signal?.aborted !== true,
  };
  for (const path of paths) {
    if (signal?.aborted === true) break;
    try {
      if (await readPath(path, reader)) opened += 1;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error);
    }
  }
  return { opened, problems };
}
