/** The door to xz-decompress, an optional package. It refuses dictionaries above 64 MiB, which is what `xz -9` uses. */
import { createRequire } from 'node:module';
import { ReadableStream } from 'node:stream/web';
import type * as XzPackage from 'xz-decompress';
import { CopiedChunks } from '../copied-chunks.ts';
import { type Damage, STREAM_DAMAGED, WINDOW_TOO_LARGE } from '../damage.ts';
import type { Compression } from './compression.ts';

/** Compressed bytes per step: the package drops what a step has expanded before the damage that it meets. */
const PIECE_BYTES = 512;

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
const PACKAGE = 'xz-decompress';

/** xz, streams in a row included. */
export const xz: Compression = {
  id: 'xz',
  needs: PACKAGE,
  sniff: (head) => head.length >= MAGIC.length && MAGIC.every((byte, at) => head[at] === byte),
  load: () => new Promise((resolve) => resolve(withOwnInstance(freshPackage()))),
};

type Package = typeof XzPackage;

/**
 * The package has one WebAssembly instance and lets one stream at a time use it: an xz file inside an xz file would wait
 * for ever. A copy of the package for each stream has an instance of its own, whose memory goes with it.
 */
function freshPackage(): Package {
  const require = createRequire(import.meta.url);
  const path = require.resolve(PACKAGE);
  delete require.cache[path];
  return require(path) as Package;
}

function withOwnInstance({ XzReadableStream: Expanding }: Package) {
  return (source: AsyncIterable<Uint8Array>, damage: Damage) =>
    expandXz((input) => new Expanding(input), source, damage);
}

async function* expandXz(
  open: (
    input: ConstructorParameters<typeof XzPackage.XzReadableStream>[0],
  ) => XzPackage.XzReadableStream,
  source: AsyncIterable<Uint8Array>,
  damage: Damage,
): AsyncGenerator<Uint8Array> {
  const input = new CopiedChunks(source);
  const reader = open(ReadableStream.from(inPieces(input))).getReader();
  let expanded = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      expanded += value.length;
      if (value.length > 0) yield value;
    }
  } catch (error) {
    input.throwFailure();
    damage.report(isOutOfMemory(error) ? WINDOW_TOO_LARGE : STREAM_DAMAGED, expanded);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      yield chunk.subarray(at, at + PIECE_BYTES);
    }
  }
}

/** xz-embedded's XZ_MEM_ERROR and XZ_MEMLIMIT_ERROR, known from the message alone. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /error code [34]$/.test(error.message);
}
