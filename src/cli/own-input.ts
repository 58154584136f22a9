import { stat } from 'node:fs/promises';
import { expandPaths } from '../input/paths.ts';
import { UsageError } from './usage-error.ts';

/**
 * Opening a file for writing empties it, so what is written must not be what is read. A report of an earlier run that lies in
 * the folder holds no messages and may be written again.
 * @throws UsageError
 */
export async function refuseOwnInput(
  output: string | undefined,
  paths: readonly string[],
): Promise<void> {
  if (output === undefined || output === '-') return;
  const target = await stat(output).catch(() => null);
  if (target === null || !target.isFile()) return;
  const { files } = await expandPaths(paths);
  for (const file of files) {
    const found = await stat(file).catch(() => null);
    if (found?.ino !== target.ino || found.dev !== target.dev) continue;
    if (!paths.includes(file) && !(await holdsMessages(file))) return;
    throw new UsageError(
      `-o ${output}: this file is read, and writing would destroy it`,
      'write to another file',
    );
  }
}

/** Whether its beginning or end is that of a capture, of an archive or of a log with messages. */
async function holdsMessages(file: string): Promise<boolean> {
  const { planOf } = await import('../batch/plan.ts');
  const sources = await planOf(file).catch(() => []);
  return sources.some(({ kind, start }) => start !== null || !['text', 'unknown'].includes(kind));
}
