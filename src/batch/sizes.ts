import { stat } from 'node:fs/promises';

/** Bytes of each file as it lies there; null for pipes, and for what cannot be looked at. */
export async function sizesOf(
  files: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const sizes = new Map<string, number | null>();
  for (const file of files) {
    // What cannot be read is told by whoever reads it.
    const found = await stat(file).catch(() => null);
    sizes.set(file, found?.isFile() === true ? found.size : null);
  }
  return sizes;
}
