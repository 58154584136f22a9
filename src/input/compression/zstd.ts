/** The door to fzstd. */
import { Decompress } from 'fzstd';
import { copyOf, u32le } from '../bytes.ts';
import { STREAM_DAMAGED, TRAILING_BYTES, WINDOW_TOO_LARGE } from '../damage.ts';
import type { Compression, Expander } from './compression.ts';
import { type Cut, isSkippable, ZSTD_MAGIC, ZstdFrames } from './zstd-frames.ts';

/** Expanded bytes gathered before they are handed on: blocks are small. */
const HAND_ON_BYTES = 1_048_576;
/** Compressed bytes per step; small so that a step's output stays bounded. */
const PIECE_BYTES = 65_536;

/** Zstandard (RFC 8878), frames in a row and skippable frames included. */
export const zstd: Compression = {
  id: 'zstd',
  sniff: (head) =>
    head.length >= 4 && (u32le(head, 0) === ZSTD_MAGIC || isSkippable(u32le(head, 0))),
  load: () => Promise.resolve(expandZstd),
};

async function* expandZstd(...[source, damage]: Parameters<Expander>): ReturnType<Expander> {
  const frames = new ZstdFrames();
  const blocks = new BlockExpander();
  let expanded = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      for (const cut of frames.push(chunk.subarray(at, at + PIECE_BYTES))) {
        const fault = blocks.take(cut);
        if (blocks.held >= HAND_ON_BYTES || fault !== undefined) {
          const output = blocks.release();
          expanded += output.length;
          if (output.length > 0) yield output;
        }
        if (fault !== undefined) {
          damage.report(
            fault === STREAM_DAMAGED && frames.between ? TRAILING_BYTES : fault,
            expanded,
          );
          return;
        }
      }
    }
    // Live input: nothing waits for a full buffer.
    const output = blocks.release();
    expanded += output.length;
    if (output.length > 0) yield output;
  }
  if (!frames.complete) damage.report(STREAM_DAMAGED, expanded);
}

/** Expands block by block; one fzstd stream per frame, so that its recursion from frame to frame never happens. */
class BlockExpander {
  held = 0;
  #stream: Decompress | undefined;
  #output: Uint8Array[] = [];

  /** The reason when the piece could not be expanded. */
  take(cut: Cut): string | undefined {
    switch (cut.kind) {
      case 'bad':
        return STREAM_DAMAGED;
      case 'window-too-large':
        return WINDOW_TOO_LARGE;
      case 'frame':
        this.#stream = new Decompress((data) => {
          this.held += data.length;
          this.#output.push(data);
        });
        break;
      case 'block':
        break;
    }
    try {
      // fzstd keeps small pieces for later without copying them.
      this.#stream?.push(copyOf(cut.bytes, 0, cut.bytes.length), cut.kind === 'block' && cut.last);
      return undefined;
    } catch {
      return STREAM_DAMAGED;
    }
  }

  release(): Uint8Array {
    const joined = new Uint8Array(this.held);
    let at = 0;
    for (const part of this.#output) {
      joined.set(part, at);
      at += part.length;
    }
    this.#output = [];
    this.held = 0;
    return joined;
  }
}
