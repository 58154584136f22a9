import { hit, type UnreadTally } from '../model/unread.ts';
import type { Budget } from './budget.ts';

/** Where unpackers report what they could not read, and ask how far they may go. */
export class Damage {
  readonly budget: Budget;
  readonly #unread: UnreadTally;

  constructor(unread: UnreadTally, budget: Budget) {
    this.#unread = unread;
    this.budget = budget;
  }

  /** `offset` counts expanded bytes. */
  report(reason: string, offset: number): void {
    hit(this.#unread.reason(reason), 0, offset);
  }

  /** Passes on what an expander makes, until the budget is spent. */
  async *withinBudget(expanded: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let total = 0;
    for await (const chunk of expanded) {
      if (!this.budget.spend(chunk.length)) {
        this.report(EXPANSION_LIMIT, total);
        return;
      }
      total += chunk.length;
      yield chunk;
    }
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

/** The archive's own structure is damaged or cut; members before that are read. */
export const ARCHIVE_DAMAGED = 'archive-damaged';
/** One member is damaged or cut; what came before is read. */
export const MEMBER_DAMAGED = 'archive-member-damaged';
export const MEMBER_ENCRYPTED = 'archive-member-encrypted';
/** More entries than are looked at; counted once for the archive. */
export const MEMBER_LIMIT = 'archive-member-limit';
/** Archive in archive in … */
export const ARCHIVE_NESTING_LIMIT = 'archive-nesting-limit';
/** A zip whose directory is cut off or damaged: its members were found by their own headers, as far as they go. */
export const ZIP_DIRECTORY_DAMAGED = 'zip-directory-damaged';
/** A zip that was piped in or lies in something else, and is too large to be put aside. */
export const ZIP_NEEDS_A_FILE = 'zip-needs-a-file';
