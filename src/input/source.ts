import type { UnreadTally } from '../model/unread.ts';
import { type ExpansionLimits, expand } from './compression/expand.ts';
import { recogniseContainer } from './containers.ts';
import { openFile } from './file-chunks.ts';
import { STDIN, stdinChunks } from './stdin-chunks.ts';

/** Most containers show themselves at once: a live capture is not held up for more. */
const SHORT_HEAD = 16;
/** A tar archive says so only behind its first file name, which is text. */
const LONG_HEAD = 264;

/** One opened input. Iterate it once: chunks of the expanded content, each valid until the next is asked for. */
export interface InputSource extends AsyncIterable<Uint8Array> {
  readonly path: string;
  /** `gzip`, `zstd`, or several from the outside in joined by `+`. */
  readonly compression?: string;
  readonly content: InputContent;
  /** Expanded bytes handed out so far. */
  readonly bytes: number;
  /** Bytes taken from the file or stream as it lies there (compressed, if it is). */
  readonly bytesRead: number;
  /** Size of the file; null for a stream. */
  readonly bytesTotal: number | null;
  /** Needed only when the source is not iterated to its end. */
  close(): Promise<void>;
}

export type InputContent =
  /** Bytes to be read: a capture, a log, or whatever the stages after this make of them. */
  | { readonly kind: 'bytes' }
  /** A format that is recognised but not read: `xz`, `zip`, `netmon`, … */
  | { readonly kind: 'unknown'; readonly container: string };

/**
 * Opens a path (`-` is standard input) and takes off compression, by content alone.
 * What cannot be expanded is counted in `unread`. Throws InputError when the path itself cannot be read.
 */
export async function openInput(
  path: string,
  unread: UnreadTally,
  limits?: ExpansionLimits,
): Promise<InputSource> {
  const file = path === STDIN ? null : await openFile(path);
  const input = new Counted(file?.chunks ?? stdinChunks());
  const { content, compression } = await expand(input, unread, limits);
  const short = await content.peek(SHORT_HEAD);
  const container = recogniseContainer(
    beginsWithName(short) ? await content.peek(LONG_HEAD) : short,
  );
  return {
    path,
    ...(compression === undefined ? {} : { compression }),
    content: container === undefined ? { kind: 'bytes' } : { kind: 'unknown', container },
    get bytes() {
      return content.bytes;
    },
    get bytesRead() {
      return input.bytes;
    },
    bytesTotal: file?.size ?? null,
    close: () => content.close(),
    [Symbol.asyncIterator]: () => content[Symbol.asyncIterator](),
  };
}

/** Passes chunks on and counts their bytes. */
class Counted implements AsyncIterable<Uint8Array> {
  bytes = 0;
  readonly #chunks: AsyncIterable<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#chunks) {
      this.bytes += chunk.length;
      yield chunk;
    }
  }
}

/** Text, padded with zeros perhaps: no capture begins so. */
function beginsWithName(head: Uint8Array): boolean {
  return head[0] !== 0 && head.every((byte) => byte === 0 || (byte >= 0x20 && byte < 0x7f));
}
