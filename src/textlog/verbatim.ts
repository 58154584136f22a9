import { BACKSLASH, COLON, CR, EQUALS, LF, SLASH, SP, TOKEN } from '../sip/bytes.ts';
import { findByte, wordsOf } from '../sip/words.ts';
import { MAX_MESSAGE } from './draft.ts';
import type { Envelope } from './envelope.ts';
import { Front } from './front.ts';
import { type BodyFacts, fieldOf, forgetFields } from './fields.ts';
import type { Found } from './found.ts';
import { HeaderKind, nameKind } from './grammar.ts';
import type { Literal } from './literal.ts';

/** Longest header name that is believed. */
const MAX_NAME = 256;

/**
 * A message that stands in the log row by row with nothing between, and the same or nothing in front of each row, as nearly all do: taken
 * out whole, without a look at its rows one by one. What is only a little unusual is left to the assembler, and the two must agree.
 */
export class Verbatim implements Found, BodyFacts {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  line = 0;
  offset = 0;
  envelope: Envelope | null = null;
  readonly isGlued = false;
  stamp = '';
  near = '';
  above: readonly string[] = [];
  readonly complete = true;
  readonly abrupt = false;
  readonly overflow = false;
  contentLength = -1;
  hasContentType = false;
  isSdp = false;
  carriesSip = false;
  /** Where the row behind the message begins, and how many rows it has. */
  next = 0;
  rows = 0;
  readonly front = new Front();
  #bodyAt = 0;
  /** The empty row behind the header, and where its content is. */
  #blankAt = 0;
  #blankEnd = 0;
  #scratch = new Uint8Array(0);

  get prefixText(): string {
    return this.front.text;
  }

  /**
   * Takes the message whose start line is [start, feed) of the row at `at`; false when it must be looked at row by row. `enough` known
   * header fields make it one; rows end before `limit`.
   */
  take(
    bytes: Uint8Array,
    at: number,
    start: number,
    feed: number,
    limit: number,
    enough: number,
    version: Literal,
  ): boolean {
    const cr = bytes[feed - 1] === CR;
    if (hasSuffix(bytes, cr ? feed - 2 : feed - 1) || bytes[feed - 2] === CR) return false;
    if (!this.front.begin(bytes, at, start)) return false;
    forgetFields(this);
    this.rows = 1;
    if (!this.#header(bytes, feed + 1, limit, cr, enough)) return false;
    if (!this.#body(bytes, limit, cr) || this.end - start > MAX_MESSAGE) return false;
    // A second start line: what it begins is the assembler's to judge.
    for (
      let next = version.next(bytes, feed);
      next < this.end;
      next = version.next(bytes, next + 7)
    ) {
      if (bytes[next + 7] !== SLASH) return false;
    }
    this.bytes = bytes;
    this.start = start;
    if (!cr || start > at) this.#onWire(cr);
    return true;
  }

  #header(bytes: Uint8Array, from: number, limit: number, cr: boolean, enough: number): boolean {
    const words = wordsOf(bytes);
    let known = 0;
    // An envelope vouches for what it announces.
    let own = enough < 2;
    const isFronted = this.front.length > 0;
    for (let row = from; row < limit; this.rows += 1) {
      const at = isFronted ? this.front.contentAt(bytes, row, limit) : row;
      if (at < 0) return false;
      const first = bytes[at] as number;
      if (first <= SP) {
        this.#blankAt = row;
        this.#blankEnd = at;
        this.#bodyAt = at + (cr ? 2 : 1);
        this.rows += 1;
        const isMessage = own && known >= enough;
        return isMessage && (cr ? first === CR && bytes[at + 1] === LF : first === LF);
      }
      const letter = first | 32;
      if (letter < 97 || letter > 122) return false;
      let colon = at + 1;
      while (TOKEN[bytes[colon] as number] === 1) colon += 1;
      if (bytes[colon] !== COLON || colon - at > MAX_NAME) return false;
      if (known < enough || !own || bytes[colon + 1] !== SP) {
        const kind = nameKind(bytes, at, colon);
        if (kind >= HeaderKind.Known) known += 1;
        else if (bytes[colon + 1] !== SP) return false;
        if (kind === HeaderKind.Own) own = true;
      }
      const feed = findByte(bytes, words, colon, limit, LF);
      if (feed === limit || (bytes[feed - 1] === CR) !== cr || bytes[feed - 2] === CR) return false;
      if (letter === 99 || letter === 108) fieldOf(this, bytes, at, cr ? feed - 1 : feed);
      row = feed + 1;
    }
    return false;
  }

  /** None, or SDP whose rows make up its Content-Length. */
  #body(bytes: Uint8Array, limit: number, cr: boolean): boolean {
    this.end = this.next = this.#bodyAt;
    let left = this.contentLength;
    if (left === 0 || (left < 0 && !this.hasContentType)) return true;
    if (!this.isSdp || left < 0) return false;
    const words = wordsOf(bytes);
    const isFronted = this.front.length > 0;
    for (let row = this.#bodyAt; row < limit;) {
      const at = isFronted ? this.front.contentAt(bytes, row, limit) : row;
      if (at < 0) return false;
      const letter = bytes[at] as number;
      if (letter < 97 || letter > 122 || bytes[at + 1] !== EQUALS) return false;
      const feed = findByte(bytes, words, at, limit, LF);
      if (feed === limit) return false;
      const rowEnd = bytes[feed - 1] === CR ? feed - 1 : feed;
      if ((!cr && rowEnd !== feed) || (rowEnd > at && bytes[rowEnd - 1] === CR)) return false;
      const content = rowEnd - at;
      const onWire = cr ? feed + 1 - at : content + 2;
      this.rows += 1;
      this.next = feed + 1;
      // The last line end may be left out of the count.
      this.end = content === left ? rowEnd : feed + 1;
      if (content === left || onWire === left) return true;
      if (onWire > left) return false;
      left -= onWire;
      row = feed + 1;
    }
    return false;
  }

  /** Takes what stands in front off each row, and puts the CR back where it was lost. */
  #onWire(cr: boolean): void {
    const { bytes, start, end, rows, front } = this;
    if (this.#scratch.length < end - start + rows)
      this.#scratch = new Uint8Array(2 * (end - start + rows));
    const wire = this.#scratch;
    let to = 0;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      if (byte === LF && !cr) {
        wire[to] = CR;
        to += 1;
      }
      wire[to] = byte;
      to += 1;
      if (byte === LF && front.length > 0) {
        at = at + 1 === this.#blankAt ? this.#blankEnd - 1 : at + front.length;
      }
    }
    this.bytes = wire;
    this.start = 0;
    this.end = to;
  }
}

/** The row may end in one of the things that tools print in place of CR: `.`, `^M`, `\r`. */
function hasSuffix(bytes: Uint8Array, last: number): boolean {
  const byte = bytes[last];
  if (byte === 77) return bytes[last - 1] === 94;
  return byte === 46 || (byte === 114 && bytes[last - 1] === BACKSLASH);
}
