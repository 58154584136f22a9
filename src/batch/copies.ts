import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { contentHash } from './cache/content.ts';

/** Smaller files are not compared: there may be thousands of a packet each, and little is counted twice. */
const SMALLEST = 1 << 10;
/** Bytes at the beginning and at the end that tell most files of one size apart. */
const EDGE = 64 << 10;

/**
 * Files with the same bytes as another one in front of them, by that one: a copy is no second capture point, and reading it
 * would count all as seen twice. Only files of one size are compared.
 */
export async function copiesAmong(
  sizes: ReadonlyMap<string, number | null>,
): Promise<ReadonlyMap<string, string>> {
  const copies = new Map<string, string>();
  const large = [...sizes.keys()].filter((file) => (sizes.get(file) ?? 0) >= SMALLEST);
  for (const sameSize of await alike(large, (file) => Promise.resolve(sizes.get(file)))) {
    for (const sameEdges of await alike(sameSize, edgesOf)) {
      for (const [first = '', ...others] of await alike(sameEdges, contentHash)) {
        for (const other of others) copies.set(other, first);
      }
    }
  }
  return copies;
}

/** Groups of two or more files with the same key, in their order; what cannot be read is alike nothing. */
async function alike<Key>(
  files: readonly string[],
  keyOf: (file: string) => Promise<Key>,
): Promise<string[][]> {
  const groups = new Map<Key, string[]>();
  for (const file of files) {
    const key = await keyOf(file).catch(() => null);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

async function edgesOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const edges = new Uint8Array(2 * EDGE);
    const head = await handle.read(edges, 0, EDGE, 0);
    const tail = await handle.read(edges, EDGE, EDGE, Math.max(head.bytesRead, size - EDGE));
    const hash = createHash('sha256').update(edges.subarray(0, head.bytesRead));
    return hash.update(edges.subarray(EDGE, EDGE + tail.bytesRead)).digest('hex');
  } finally {
    await handle.close();
  }
}
