import type { UnreadTally } from '../model/unread.ts';
import type { InputError } from './errors.ts';
import type { Outer } from './outer.ts';
import type { PeekableBytes } from './peek.ts';

/**
 * One opened source: a file or stream, or a member of an archive. Iterate it once: chunks of the expanded content, each
 * valid until the next is asked for.
 */
export interface InputSource extends AsyncIterable<Uint8Array> {
  /** The path as it was given; for members of archives `archive.zip!/folder/file.pcap`. */
  readonly path: string;
  /** How the bytes were packed, from the outside in: `gzip`, `gzip+tar`, `zip+zstd`, … */
  readonly compression?: string;
  readonly content: InputContent;
  /** What was seen and could not be unpacked; grows while it is read. */
  readonly unread: UnreadTally;
  /** Expanded bytes handed out so far. */
  readonly bytes: number;
  /** Bytes taken from the file or stream as it lies there (compressed, if it is). */
  readonly bytesRead: number;
  /** Size of that file; null for a stream. */
  readonly bytesTotal: number | null;
  /** Needed only when the source is not iterated to its end. */
  close(): Promise<void>;
}

export type InputContent =
  /** Bytes to be read: a capture, a log, or whatever the stages after this make of them. */
  | { readonly kind: 'bytes' }
  /** A format that is recognised but not read: `7z`, `netmon`, … */
  | { readonly kind: 'unknown'; readonly container: string }
  /** The archive itself, after its members: it has something unread to tell, or no members. */
  | { readonly kind: 'archive'; readonly format: string }
  /** Compressed in a way that only an optional package expands. */
  | { readonly kind: 'locked'; readonly problem: InputError };

export interface SourceParts {
  readonly path: string;
  readonly packing: readonly string[];
  readonly content: InputContent;
  readonly unread: UnreadTally;
}

/** The source that hands out `bytes`; nothing but plain content has any. */
export function sourceOf(parts: SourceParts, bytes: PeekableBytes, outer: Outer): InputSource {
  const { path, packing, content, unread } = parts;
  return {
    path,
    ...(packing.length === 0 ? {} : { compression: packing.join('+') }),
    content,
    unread,
    get bytes() {
      return bytes.bytes;
    },
    get bytesRead() {
      return outer.bytesRead;
    },
    bytesTotal: outer.bytesTotal,
    close: () => bytes.close(),
    [Symbol.asyncIterator]: () => bytes[Symbol.asyncIterator](),
  };
}
