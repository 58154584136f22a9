import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { AnalyzeOptions } from '../model/options.ts';
import { STDIN } from '../input/stdin-chunks.ts';

/** Bytes below which starting threads costs more than they save: of several files, and of one that is dense. */
const WORTHWHILE = 1 << 30;
const WORTHWHILE_ALONE = 64 << 20;
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
  if (most < 2) return 0;
  const bytes = [...sizes.values()].reduce<number>((sum, size) => sum + (size ?? 0), 0);
  if (files.length > 1) return bytes >= WORTHWHILE ? threads : 0;
  const [only] = files;
  const pays = only !== undefined && bytes >= WORTHWHILE_ALONE && (await isDense(only));
  return pays ? threads : 0;
}

/** Whether a capture has so much SIP that judging it takes as long as reading it; a log's reader is always the slower part. */
async function isDense(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return false;
  try {
    const sample = Buffer.alloc(SAMPLE);
    const { bytesRead } = await handle.read(sample, 0, SAMPLE, 0);
    const read = sample.subarray(0, bytesRead);
    // No text.
    const isCapture = read.includes(0);
    let found = 0;
    for (let at = read.indexOf(MARK); at >= 0; at = read.indexOf(MARK, at + MARK.length)) {
      found += 1;
    }
    return isCapture && found >= DENSE;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
