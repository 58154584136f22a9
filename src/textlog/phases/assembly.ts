import type { Draft } from '../draft.ts';
import type { Envelopes, Hit } from '../envelope.ts';
import type { OddRows } from '../odd-rows.ts';
import type { Row } from '../row.ts';

/** What the phases of a message may do with it; `assembler.ts` does it. */
export interface Assembly {
  readonly envelopes: Envelopes;
  readonly odd: OddRows;
  /** The message that is open. */
  readonly draft: Draft | null;
  /** Looks at a row, in whatever phase there is now. */
  plain(row: Row): void;
  /** A start line at index `start` of the row begins a message. */
  begin(row: Row, start: number): void;
  /** The candidate is a message: whatever it was met in ended before it. */
  accept(draft: Draft): void;
  /** The candidate is none: its rows belong to what it was met in, or to nothing. `row` is looked at again. */
  reject(draft: Draft, row: Row | null): void;
  /** A start line inside a message: perhaps the next message, perhaps only text. */
  suspend(draft: Draft, row: Row): void;
  /** The header is over. */
  endHeaders(draft: Draft): void;
  /** The message is over, in whatever phase it was. */
  close(draft: Draft): void;
  /** A row announced a message. */
  take(hit: Hit, row: Row): void;
  /** A row that belongs to no message. */
  passOver(row: Row): void;
  /** A row that belongs to no message, inside one. */
  noise(row: Row): void;
  /** A row of another thread than the draft's. */
  elsewhere(draft: Draft, row: Row): void;
}
