import { hit, type UnreadReason } from '../../model/unread.ts';
import { u32, u32be } from '../bytes.ts';
import type { RecordParser } from '../record-stream.ts';
import { BLOCKS, SILENT_BLOCKS } from './blocks.ts';
import { enhancedPacket } from './enhanced-packet.ts';
import { isSectionHeader, littleEndianSection, SECTION_HEADER } from './section-header.ts';
import type { Section } from './section.ts';

/** Type, length … length: 12 bytes around every body (draft-ietf-opsawg-pcapng §3.1). */
const LEAST_BLOCK = 12;
const BLOCK_START = 8;
/** A section header's byte-order magic must be seen before its length can be read. */
const SECTION_START = 12;
/** Longest block that is read; secrets and packets of any real link fit. */
const LONGEST_READ = 1_048_576;
/** Longest block that is skipped in good faith; above this the length itself is taken for damage. */
const LONGEST_SKIPPED = 268_435_456;
/** Reasons named after unknown block types; a file with more of them is hostile. */
const MAX_NAMED_TYPES = 32;

/** Walks the blocks of all sections; after damage it looks for the next block whose two lengths agree. */
export class BlockReader implements RecordParser {
  wanted = SECTION_START;
  skip = 0;
  readonly #section: Section;
  readonly #byType = new Map(BLOCKS.map((block) => [block.type, block]));
  readonly #unknown = new Map<number, UnreadReason>();
  readonly #damaged: UnreadReason;
  readonly #trailer: UnreadReason;
  #lost = false;

  constructor(section: Section) {
    this.#section = section;
    this.#damaged = section.unread.reason('damaged-block');
    this.#trailer = section.unread.reason('block-trailer-wrong');
  }

  read(bytes: Uint8Array, start: number, end: number, base: number): number {
    let at = start;
    for (;;) {
      if (this.#lost) {
        const found = this.#search(bytes, at, end);
        this.#section.facts.unreadBytes += found - at;
        at = found;
        if (this.#lost) return at;
      }
      if (end - at < BLOCK_START) {
        this.wanted = BLOCK_START;
        return at;
      }
      const type = u32(bytes, at, this.#section.littleEndian);
      if (type === SECTION_HEADER) {
        if (end - at < SECTION_START) {
          this.wanted = SECTION_START;
          return at;
        }
        if (!isSectionHeader(bytes, at)) {
          this.#lose(base + at);
          continue;
        }
        this.#section.begin(littleEndianSection(bytes, at));
      }
      const length = this.#length(bytes, at);
      // Nearly all blocks are these.
      const block = type === enhancedPacket.type ? enhancedPacket : this.#byType.get(type);
      const longest =
        block === undefined && type !== SECTION_HEADER ? LONGEST_SKIPPED : LONGEST_READ;
      if (length < LEAST_BLOCK + (block?.least ?? 0) || length > longest) {
        this.#lose(base + at);
        continue;
      }
      if (block === undefined) {
        if (type !== SECTION_HEADER) this.#countUnknown(type, base + at);
        if (length > end - at) {
          this.skip = length;
          return at;
        }
      } else {
        if (length > end - at) {
          this.wanted = length;
          return at;
        }
        if (u32(bytes, at + length - 4, this.#section.littleEndian) !== length) {
          hit(this.#trailer, this.#section.frame, base + at);
        }
        block.read(this.#section, bytes, at + BLOCK_START, at + length - 4, base);
      }
      at += length;
    }
  }

  finish(_: Uint8Array, start: number, end: number, base: number, unskipped: number): void {
    if (end === start && unskipped === 0) return;
    this.#section.facts.unreadBytes += end - start;
    if (this.#lost) return;
    hit(this.#section.unread.reason('truncated-record'), this.#section.frame + 1, base + start);
  }

  /** Total length, rounded up to the 32-bit boundary that some writers forget. */
  #length(bytes: Uint8Array, at: number): number {
    const length = u32(bytes, at + 4, this.#section.littleEndian);
    return length + (-length & 3);
  }

  #lose(offset: number): void {
    hit(this.#damaged, this.#section.frame, offset);
    this.#lost = true;
  }

  /** The next place where a block of a known type carries the same length at both ends. */
  #search(bytes: Uint8Array, start: number, end: number): number {
    // The block that was lost begins at `start`: never find it again.
    let at = start + 1;
    for (; end - at >= SECTION_START; at += 1) {
      const little = isSectionHeader(bytes, at)
        ? littleEndianSection(bytes, at)
        : this.#section.littleEndian;
      const type = u32(bytes, at, little);
      if (type !== SECTION_HEADER && !this.#byType.has(type)) continue;
      const length = u32(bytes, at + 4, little);
      if (length < LEAST_BLOCK || length > LONGEST_READ || (length & 3) !== 0) continue;
      if (length > end - at) {
        this.wanted = length + 1;
        return at - 1;
      }
      if (u32(bytes, at + length - 4, little) === length) {
        this.#lost = false;
        return at;
      }
    }
    this.wanted = SECTION_START + 1;
    return Math.min(at - 1, end);
  }

  #countUnknown(type: number, offset: number): void {
    if (SILENT_BLOCKS.has(type)) return;
    let reason = this.#unknown.get(type);
    if (reason === undefined) {
      const named = this.#unknown.size < MAX_NAMED_TYPES;
      const name = named ? `0x${type.toString(16).padStart(8, '0')}` : 'other';
      reason = this.#section.unread.reason(`pcapng-block-${name}`);
      if (named) this.#unknown.set(type, reason);
    }
    hit(reason, this.#section.frame, offset);
  }
}

/** `head` begins with a section header block. */
export function isPcapng(head: Uint8Array): boolean {
  return (
    head.length >= SECTION_START && u32be(head, 0) === SECTION_HEADER && isSectionHeader(head, 0)
  );
}
