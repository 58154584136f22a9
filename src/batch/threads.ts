import { open } from 'node:fs/promises';
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

type Sizes = ReadonlyMap<string, number | null>;

/** How many threads should read these files; 0: the calling one does it. */
export async function threadsFor(
  sizes: Sizes,
  { threads: wanted, cache }: Pick<AnalyzeOptions, 'threads' | 'cache'>,
): Promise<number> {
  const files = [...sizes.keys()];
  // Standard input belongs to the main thread.
  if (files.includes(STDIN)) return 0;
  const most = wanted ?? availableParallelism();
  const threads = Math.min(most, files.length);
  // Only what a thread hands over can be kept.
  if (cache !== undefined) return Math.max(threads, 1);
  if (wanted !== undefined) return threads;
  if (most < 2 || !areLarge(sizes)) return 0;
  const [only] = files;
  return files.length > 1 || (only !== undefined && (await isDense(only))) ? threads : 0;
}

function areLarge(sizes: Sizes): boolean {
  let bytes = 0;
  for (const size of sizes.values()) bytes += size ?? 0;
  return bytes >= WORTHWHILE;
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
