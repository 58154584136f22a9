import { sniffCapture } from '../capture/formats.ts';
import type { CaptureFormat } from '../capture/reader.ts';
import type { UnreadTally } from '../model/unread.ts';
import { type ExpansionLimits, expand } from './compression/expand.ts';
import { recogniseContainer } from './containers.ts';
import { openFile } from './file-chunks.ts';
import { STDIN, stdinChunks } from './stdin-chunks.ts';
import { looksLikeText } from './text-sniff.ts';

/** Enough for every capture format; a live capture is not held up for more. */
const CAPTURE_HEAD = 24;
/** What a text dialect may look at, bytes. */
const TEXT_HEAD = 16_384;

/** One opened input. Iterate it once: chunks of the expanded content, each valid until the next is asked for. */
export interface InputSource extends AsyncIterable<Uint8Array> {
  readonly path: string;
  /** `gzip`, `zstd`, or several from the outside in joined by `+`. */
  readonly compression?: string;
  readonly content: InputContent;
  /** The beginning of the content: 24 bytes for captures, up to 16 KiB otherwise (less when it is shorter). Stays valid. */
  readonly head: Uint8Array;
  /** Expanded bytes handed out so far. */
  readonly bytes: number;
  /** Needed only when the source is not iterated to its end. */
  close(): Promise<void>;
}

export type InputContent =
  | { readonly kind: 'capture'; readonly format: CaptureFormat }
  | { readonly kind: 'text' }
  | { readonly kind: 'empty' }
  /** `container` names it when it is a known format that is not read: `xz`, `zip`, `netmon`, … */
  | { readonly kind: 'unknown'; readonly container?: string };

/**
 * Opens a path (`-` is standard input), takes off compression and says what is inside, by content alone.
 * What cannot be expanded is counted in `unread`. Throws InputError when the path itself cannot be read.
 */
export async function openInput(
  path: string,
  unread: UnreadTally,
  limits?: ExpansionLimits,
): Promise<InputSource> {
  const input = path === STDIN ? stdinChunks() : await openFile(path);
  const { content, compression } = await expand(input, unread, limits);
  const format = sniffCapture(await content.peek(CAPTURE_HEAD));
  if (format === undefined) await content.peek(TEXT_HEAD);
  const found =
    format === undefined ? classify(content.head) : { kind: 'capture' as const, format };
  return {
    path,
    ...(compression === undefined ? {} : { compression }),
    content: found,
    head: content.head,
    get bytes() {
      return content.bytes;
    },
    close: () => content.close(),
    [Symbol.asyncIterator]: () => content[Symbol.asyncIterator](),
  };
}

function classify(head: Uint8Array): InputContent {
  if (head.length === 0) return { kind: 'empty' };
  const container = recogniseContainer(head);
  if (container !== undefined) return { kind: 'unknown', container };
  return { kind: looksLikeText(head) ? 'text' : 'unknown' };
}
