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
const TRAILER = 4;
/** A section header's byte-order magic must be seen before its length can be read. */
const SECTION_START = 12;
/** Longest block that is read; secrets and packets of any real link fit. */
const LONGEST_READ = 1_048_576;
/** Longest block that is passed over; above this the length itself is taken for damage. */
const LONGEST_PASSED = 268_435_456;
/** Reasons named after unknown block types; a file with more of them is hostile. */
const MAX_NAMED_TYPES = 32;

const IN_STEP = -1;

/** Walks the blocks of all sections; after damage it looks for the next block whose two lengths agree. */
export class BlockReader implements RecordParser {
  wanted = SECTION_START;
  readonly #section: Section;
  readonly #byType = new Map(BLOCKS.map((block) => [block.type, block]));
  readonly #unknown = new Map<number, UnreadReason>();
  readonly #damaged: UnreadReason;
  readonly #trailer: UnreadReason;
  /** Source offset of the block behind whose beginning the next is looked for. */
  #lostAt = IN_STEP;
  /** Length of that block as long as it may be right: it is too long to be put together, or the file ends in it. */
  #passed = 0;
  #passedType = 0;
  #final = false;

  constructor(section: Section) {
    this.#section = section;
    this.#damaged = section.unread.reason('damaged-block');
    this.#trailer = section.unread.reason('block-trailer-wrong');
  }

  read(bytes: Uint8Array, start: number, end: number, base: number): number {
    let at = start;
    for (;;) {
      if (this.#lostAt !== IN_STEP) {
        at = this.#search(bytes, at, end, base);
        if (this.#lostAt !== IN_STEP) return at;
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
      const length = this.#lengthAt(bytes, at + 4);
      // Nearly all blocks are these.
      const block = type === enhancedPacket.type ? enhancedPacket : this.#byType.get(type);
      const known = block !== undefined || type === SECTION_HEADER;
      const longest = known ? LONGEST_READ : LONGEST_PASSED;
      if (length < LEAST_BLOCK + (block?.least ?? 0) || length > longest) {
        this.#lose(base + at);
        continue;
      }
      if (length > LONGEST_READ) {
        this.#pass(base + at, length, type);
        continue;
      }
      if (length > end - at) {
        this.wanted = length;
        return at;
      }
      if (this.#lengthAt(bytes, at + length - TRAILER) !== length) {
        if (length + SECTION_START > end - at && !this.#final) {
          this.wanted = length + SECTION_START;
          return at;
        }
        if (!this.#mayFollow(bytes, at + length, end)) {
          this.#lose(base + at);
          continue;
        }
        hit(this.#trailer, this.#section.frame, base + at);
      }
      if (block !== undefined) {
        block.read(this.#section, bytes, at + BLOCK_START, at + length - TRAILER, base);
      } else if (!known) this.#countUnknown(type, base + at);
      at += length;
    }
  }

  finish(bytes: Uint8Array, start: number, end: number, base: number): void {
    this.#final = true;
    let at = this.read(bytes, start, end, base);
    // A last block that is not whole is cut, or has a wrong length: then others begin inside it.
    while (at < end && this.#lostAt === IN_STEP) {
      this.#pass(base + at, Number.POSITIVE_INFINITY, 0);
      at = this.read(bytes, at, end, base);
    }
    if (this.#lostAt === IN_STEP) return;
    const missing = this.#lostAt + this.#passed - (base + end);
    if (missing === 0 && this.#lengthAt(bytes, end - TRAILER) === this.#passed) {
      this.#countUnknown(this.#passedType, this.#lostAt);
      return;
    }
    this.#section.facts.unreadBytes += base + end - this.#lostAt;
    if (this.#passed === 0) return;
    const { unread, frame } = this.#section;
    if (missing > 0) hit(unread.reason('truncated-record'), frame + 1, this.#lostAt);
    else hit(this.#damaged, frame, this.#lostAt);
  }

  /** A length, rounded up to the 32-bit boundary that some writers forget. */
  #lengthAt(bytes: Uint8Array, at: number): number {
    const length = u32(bytes, at, this.#section.littleEndian);
    return length + (-length & 3);
  }

  /** Whether a block whose lengths differ ends here all the same: with the file, or before a block of a known type. */
  #mayFollow(bytes: Uint8Array, at: number, end: number): boolean {
    if (end - at < BLOCK_START) return true;
    const type = u32(bytes, at, this.#section.littleEndian);
    if (type === SECTION_HEADER) return end - at >= SECTION_START && isSectionHeader(bytes, at);
    const length = this.#lengthAt(bytes, at + 4);
    return this.#byType.has(type) && length >= LEAST_BLOCK && length <= LONGEST_READ;
  }

  #lose(offset: number): void {
    hit(this.#damaged, this.#section.frame, offset);
    this.#lostAt = offset;
    this.#passed = 0;
  }

  /** Goes on behind the block, unless others are found inside it. */
  #pass(offset: number, length: number, type: number): void {
    this.#lostAt = offset;
    this.#passed = length;
    this.#passedType = type;
  }

  /** The end of the block that is passed over, or the next place where a block of a known type has the same length at both ends. */
  #search(bytes: Uint8Array, start: number, end: number, base: number): number {
    let trailer = this.#trailerOfPassed(base);
    // The block that was lost begins at `start`: never find it again.
    let at = start + 1;
    for (; end - at >= SECTION_START; at += 1) {
      if (at === trailer) {
        if (this.#lengthAt(bytes, at) === this.#passed) {
          this.#countUnknown(this.#passedType, this.#lostAt);
          this.#lostAt = IN_STEP;
          return at + TRAILER;
        }
        this.#lose(this.#lostAt);
        trailer = this.#trailerOfPassed(base);
      }
      const little = isSectionHeader(bytes, at)
        ? littleEndianSection(bytes, at)
        : this.#section.littleEndian;
      const type = u32(bytes, at, little);
      if (type !== SECTION_HEADER && !this.#byType.has(type)) continue;
      const length = u32(bytes, at + 4, little);
      if (length < LEAST_BLOCK || length > LONGEST_READ || (length & 3) !== 0) continue;
      if (length > end - at) {
        if (this.#final) continue;
        this.wanted = length + 1;
        return at - 1;
      }
      if (u32(bytes, at + length - TRAILER, little) !== length) continue;
      if (this.#passed > 0) this.#lose(this.#lostAt);
      this.#section.facts.unreadBytes += base + at - this.#lostAt;
      this.#lostAt = IN_STEP;
      return at;
    }
    this.wanted = SECTION_START + 1;
    return Math.min(at - 1, end);
  }

  /** Where in the bytes the trailing length of the block that is passed over lies; before them when there is none. */
  #trailerOfPassed(base: number): number {
    return this.#passed === 0 ? -1 : this.#lostAt + this.#passed - TRAILER - base;
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
