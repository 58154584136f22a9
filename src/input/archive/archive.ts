import type { Damage } from '../damage.ts';
import type { PeekableBytes } from '../peek.ts';
import type { RandomAccess } from './random-access.ts';

/** One archive format, found by content. */
export interface Archive {
  readonly id: string;
  /** 512 bytes of `head` are enough. */
  sniff(head: Uint8Array): boolean;
  /**
   * The entries in the order of the archive. A member is read before the next is asked for, or not at all. Damage to the
   * archive itself is counted in `damage`. Never throws for bad data.
   */
  entries(bytes: ArchiveBytes, damage: Damage): AsyncGenerator<Entry>;
}

export interface Entry {
  /** As the archive has it: a name for people, never a path to open or write. */
  readonly name: string;
  /** Reads a file, once; damage to it is counted in `damage`. Absent for what is no readable file. */
  readonly open?: (damage: Damage) => AsyncIterable<Uint8Array>;
}

/** The bytes of an archive, for formats that are read from front to back and for those that are not. */
export interface ArchiveBytes {
  readonly stream: PeekableBytes;
  /** The same bytes in any order; null when there are too many to be put aside. Takes the stream if it has to. */
  random(): Promise<RandomAccess | null>;
}
