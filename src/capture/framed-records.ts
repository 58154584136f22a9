/** Records that tell their own length, one after another; after one that cannot be genuine the next that can is looked for. */
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import type { FactsBuilder } from './facts.ts';
import type { RecordParser } from './record-stream.ts';

/** What a format knows about its records. */
export interface RecordFormat {
  /** Bytes that a record has in any case. */
  readonly header: number;
  /** Number of the last record. */
  readonly frame: number;
  /** Bytes of the record whose header stands at `at`; 0 when there cannot be one. */
  length(bytes: Uint8Array, at: number): number;
  /** Whether the record also makes sense as the neighbour of the last good one. */
  isNeighbour(bytes: Uint8Array, at: number): boolean;
  /** Takes a whole record. `base` is the source offset of `bytes[0]`. */
  take(bytes: Uint8Array, at: number, base: number): void;
}

export class FramedRecords implements RecordParser {
  wanted: number;
  readonly #format: RecordFormat;
  readonly #facts: FactsBuilder;
  readonly #damaged: UnreadReason;
  readonly #truncated: UnreadReason;
  /** Source offset of the record behind which the next genuine one is looked for; -1 while in step. */
  #lostAt = -1;
  /** It is already counted as damaged. */
  #told = false;
  #final = false;

  constructor(format: RecordFormat, unread: UnreadTally, facts: FactsBuilder) {
    this.#format = format;
    this.#facts = facts;
    this.#damaged = unread.reason('damaged-record');
    this.#truncated = unread.reason('truncated-record');
    this.wanted = format.header;
  }

  read(bytes: Uint8Array, start: number, end: number, base: number): number {
    const format = this.#format;
    let at = start;
    for (;;) {
      if (this.#lostAt >= 0) {
        at = this.#search(bytes, at, end, base);
        if (this.#lostAt >= 0) return at;
      }
      if (end - at < format.header) {
        this.wanted = format.header;
        return at;
      }
      const length = format.length(bytes, at);
      if (length === 0) {
        this.#lose(base + at);
        continue;
      }
      if (length > end - at) {
        this.wanted = length;
        return at;
      }
      format.take(bytes, at, base);
      at += length;
    }
  }

  finish(bytes: Uint8Array, start: number, end: number, base: number): void {
    this.#final = true;
    let at = this.read(bytes, start, end, base);
    // A last record that is not whole is cut, or has a wrong length: then others begin inside it.
    while (at < end && this.#lostAt < 0) {
      this.#lostAt = base + at;
      this.#told = false;
      if (end - at >= this.#format.header && this.#format.isNeighbour(bytes, at)) break;
      at = this.read(bytes, at, end, base);
    }
    if (this.#lostAt < 0) return;
    this.#facts.unreadBytes += base + end - this.#lostAt;
    if (!this.#told) hit(this.#truncated, this.#format.frame + 1, this.#lostAt);
  }

  #lose(offset: number): void {
    this.#lostAt = offset;
    this.#told = true;
    hit(this.#damaged, this.#format.frame + 1, offset);
  }

  /** Looks behind `start` for two genuine records in a row, or for one that the file ends with. */
  #search(bytes: Uint8Array, start: number, end: number, base: number): number {
    const { header } = this.#format;
    let at = start + 1;
    for (; end - at >= header; at += 1) {
      const length = this.#genuine(bytes, at);
      if (length === 0) continue;
      const next = at + length;
      if (next + header > end && !this.#final) {
        this.wanted = next + header - at + 1;
        return at - 1;
      }
      if (next + header > end ? next !== end : this.#genuine(bytes, next) === 0) continue;
      if (!this.#told) hit(this.#damaged, this.#format.frame + 1, this.#lostAt);
      this.#facts.unreadBytes += base + at - this.#lostAt;
      this.#lostAt = -1;
      return at;
    }
    this.wanted = header + 1;
    return Math.min(at - 1, end);
  }

  #genuine(bytes: Uint8Array, at: number): number {
    const length = this.#format.length(bytes, at);
    return length > 0 && this.#format.isNeighbour(bytes, at) ? length : 0;
  }
}
