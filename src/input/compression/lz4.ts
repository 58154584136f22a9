/** The door to lz4-napi, an optional package. */
import { ByteQueue } from '../byte-queue.ts';
import { copyOf, NO_BYTES, u32le } from '../bytes.ts';
import { STREAM_DAMAGED, TRAILING_BYTES } from '../damage.ts';
import type { Compression, Expander } from './compression.ts';
import { LZ4_MAGIC, type Lz4Block, type Lz4Frame, readBlock, readFrame } from './lz4-frames.ts';

type Uncompress = (sized: Uint8Array, dictionary?: Uint8Array) => Uint8Array;

/** How far back a block may refer. */
const WINDOW_BYTES = 65_536;
/** No lz4 block expands further: a length costs a byte for every 255. */
const STEEPEST = 255;

/** lz4 frames, in a row too. */
export const lz4: Compression = {
  id: 'lz4',
  needs: 'lz4-napi',
  sniff: (head) => head.length >= 4 && u32le(head, 0) === LZ4_MAGIC,
  async load() {
    const { uncompressSync } = await import('lz4-napi');
    return (source, damage) => expandLz4(uncompressSync, source, damage);
  },
};

async function* expandLz4(
  uncompress: Uncompress,
  ...[source, damage]: Parameters<Expander>
): ReturnType<Expander> {
  const queue = new ByteQueue(source);
  let expanded = 0;
  let frames = 0;
  try {
    while (await queue.fill(1)) {
      const frame = await readFrame(queue);
      if (frame === null) {
        damage.report(frames > 0 ? TRAILING_BYTES : STREAM_DAMAGED, expanded);
        return;
      }
      frames += 1;
      let window: Uint8Array = NO_BYTES;
      for (;;) {
        const block = await readBlock(queue, frame);
        if (block === 'end') break;
        const output = block === null ? null : expandBlock(uncompress, block, frame, window);
        if (output === null) {
          damage.report(STREAM_DAMAGED, expanded);
          return;
        }
        if (frame.linked) window = lastBytes(window, output);
        expanded += output.length;
        yield output;
      }
    }
  } finally {
    await queue.close();
  }
}

function expandBlock(
  uncompress: Uncompress,
  { bytes, compressed }: Lz4Block,
  { largestBlock }: Lz4Frame,
  window: Uint8Array,
): Uint8Array | null {
  if (!compressed) return bytes;
  // The package wants the length of the output first, or anything above it.
  const room = Math.min(largestBlock, (bytes.length + 1) * STEEPEST);
  const sized = new Uint8Array(4 + bytes.length);
  new DataView(sized.buffer).setUint32(0, room, true);
  sized.set(bytes, 4);
  try {
    return window.length === 0 ? uncompress(sized) : uncompress(sized, window);
  } catch {
    return null;
  }
}

function lastBytes(before: Uint8Array, output: Uint8Array): Uint8Array {
  if (output.length >= WINDOW_BYTES) {
    return copyOf(output, output.length - WINDOW_BYTES, output.length);
  }
  const kept = before.subarray(Math.max(before.length + output.length - WINDOW_BYTES, 0));
  const both = new Uint8Array(kept.length + output.length);
  both.set(kept);
  both.set(output, kept.length);
  return both;
}
