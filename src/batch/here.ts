import { InputError } from '../input/errors.ts';
import type { InputSource } from '../input/source.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import type { Session } from '../session.ts';
import type { ProgressMeter } from './progress.ts';
import { type PathReader, type PathsRead, readPath } from './read-path.ts';

/** Reads paths in this thread, one after the other. */
export async function readHere(
  paths: readonly string[],
  session: Pick<Session, 'open'>,
  { signal }: AnalyzeOptions,
  meter: ProgressMeter,
): Promise<PathsRead> {
  const problems: InputError[] = [];
  let opened = 0;
  const reader = {
    open: ({ path, unread }: InputSource) => session.open(path, unread),
    locked: (problem: InputError) => problems.push(problem),
    goesOn: () => signal?.aborted !== true,
  };
  for (const path of paths) {
    if (signal?.aborted === true) break;
    try {
      const progress: PathReader['progress'] = (step) => meter.step(path, step);
      if (await readPath(path, { ...reader, progress })) opened += 1;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error);
    }
    meter.done(path);
  }
  return { opened, problems };
}
