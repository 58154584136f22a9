import { open, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { AnalyzeOptions } from '../model/options.ts';
import { STDIN } from '../input/stdin-chunks.ts';

/** Bytes below which starting threads costs more than they save. */
const WORTHWHILE = 64 << 20;
/** Of a single file so much is looked at. */
const SAMPLE = 1 << 20;
/** With fewer messages in the sample one thread is as fast: it judges while it would wait. */
const DENSE = 200;
const MARK = Buffer.from('SIP/2.0');

/** How many threads should read these files; 0: the calling one does it. */
export async function threadsFor(
  files: readonly string[],
  { threads: wanted, cache }: Pick<AnalyzeOptions, 'threads' | 'cache'>,
): Promise<number> {
  // Standard input belongs to the main thread.
  if (files.includes(STDIN)) return 0;
  const most = wanted ?? availableParallelism();
  const threads = Math.min(most, files.length);
  // Only what a thread hands over can be kept.
  if (cache !== undefined) return Math.max(threads, 1);
  if (wanted !== undefined) return threads;
  if (most < 2 || !(await areLarge(files))) return 0;
  const [only] = files;
  return files.length > 1 || (only !== undefined && (await isDense(only))) ? threads : 0;
}

async function areLarge(files: readonly string[]): Promise<boolean> {
  let bytes = 0;
  for (const file of files) {
    // What cannot be read is told by whoever reads it.
    bytes += await stat(file).then(
      ({ size }) => size,
      () => 0,
    );
    if (bytes >= WORTHWHILE) return true;
  }
  return false;
}

/** Whether there is so much SIP in a file that judging it takes as long as reading it. */
async function isDense(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return false;
  try {
    const sample = Buffer.alloc(SAMPLE);
    const { bytesRead } = await handle.read(sample, 0, SAMPLE, 0);
    const read = sample.subarray(0, bytesRead);
    let found = 0;
    for (let at = read.indexOf(MARK); at >= 0; at = read.indexOf(MARK, at + MARK.length)) {
      found += 1;
    }
    return found >= DENSE;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
