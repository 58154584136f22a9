import { hit, type UnreadTally } from '../../model/unread.ts';

/** One compressed format, found by content. */
export interface Compression {
  readonly id: string;
  /** 8 bytes of `head` are enough. */
  sniff(head: Uint8Array): boolean;
  /** Expands a stream; damage ends it, after everything that could be expanded, and is counted. Never throws for bad data. */
  expand(source: AsyncIterable<Uint8Array>, damage: Damage): AsyncGenerator<Uint8Array>;
}

/** Where expanders report what they could not read. */
export class Damage {
  readonly #unread: UnreadTally;

  constructor(unread: UnreadTally) {
    this.#unread = unread;
  }

  /** `offset` counts expanded bytes. */
  report(reason: string, offset: number): void {
    hit(this.#unread.reason(reason), 0, offset);
  }
}

export const STREAM_DAMAGED = 'compressed-stream-damaged';
/** Bytes after the end of the compressed data that are not part of it. */
export const TRAILING_BYTES = 'compressed-stream-trailing-bytes';
/** A window larger than decoders accept by default. */
export const WINDOW_TOO_LARGE = 'compressed-window-too-large';
/** Stopped because it expanded out of all proportion. */
export const EXPANSION_LIMIT = 'expansion-limit';
/** Compressed in compressed in … */
export const NESTING_LIMIT = 'compression-nesting-limit';
