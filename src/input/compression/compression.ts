import type { Damage } from '../damage.ts';

/** One compressed format, found by content. */
export interface Compression {
  readonly id: string;
  /** The optional package that expands it; absent when siptriage can by itself. */
  readonly needs?: string;
  /** 16 bytes of `head` are enough. */
  sniff(head: Uint8Array): boolean;
  /** Gets what expands it; rejects when the optional package is not installed. */
  load(): Promise<Expander>;
}

/**
 * Expands a stream; damage ends it, after everything that could be expanded, and is counted. Never throws for bad data.
 * What it yields stays valid until the next is asked for, and so does what it gets.
 */
export type Expander = (
  source: AsyncIterable<Uint8Array>,
  damage: Damage,
) => AsyncGenerator<Uint8Array>;
