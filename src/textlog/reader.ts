import type { Source } from '../model/report.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import { CR, LF } from '../sip/bytes.ts';
import { findByte, wordsOf } from '../sip/words.ts';
import { Backlog } from './backlog.ts';
import { Collected } from './collected.ts';
import { DIALECTS, SILENT } from './dialects.ts';
import { Decoding } from './encoding.ts';
import { Emitter, GENERIC, type MessageSink } from './emitter.ts';
import { startLineBehind } from './grammar.ts';
import { countLines } from './lines.ts';
import { betweenRecords } from './json-cut.ts';
import { objectStart } from './json-start.ts';
import { Literal } from './literal.ts';
import { loneMessage } from './lone.ts';
import { Losses } from './losses.ts';
import { MarkTable } from './marks.ts';
import { Recognition } from './recognition.ts';
import { Frames } from './rewriting/frame.ts';
import { NO_ROW, type Row } from './row.ts';
import { TextRows } from './text-rows.ts';
import { Threads } from './threads.ts';
import type { Zone } from './time/zone.ts';
import { Triggers } from './triggers.ts';
import { Unwrapping } from './unwrapping.ts';
import { Verbatim } from './verbatim.ts';
import { WRAPPERS } from './wrappers/wrappers.ts';

/** How far in front of a start line the rows are looked at: envelopes, stamps. Bytes. */
const LOOK_BACK = 4096;
/** Longest row that is waited for, in bytes. */
const MAX_ROW = 1 << 20;

const NOTHING = new Uint8Array(0);

const MARKS = new MarkTable(DIALECTS);
/** What a log is recognised by that holds no message. */
const SIGNS = new MarkTable([...DIALECTS, ...SILENT]);

interface MutableRow extends Row {
  bytes: Uint8Array;
  start: number;
  end: number;
  cr: boolean;
  version: number;
  line: number;
  offset: number;
  stamp: string;
}

/**
 * Reads a text log of any dialect, or of several. What has no SIP in it is passed over at the speed of a byte search: only the
 * rows around a `SIP/2.0` (or another trigger) are looked at one by one.
 */
export class LogReader {
  readonly facts = { lines: 0 };
  readonly emitter: Emitter;
  readonly unwrapping: Unwrapping;
  readonly #decoding = new Decoding();
  readonly #threads: Threads;
  readonly #frames: Frames;
  readonly #verbatim = new Verbatim();
  readonly #recognition = new Recognition();
  readonly #version = new Literal('SIP/2.0');
  readonly #triggers: Triggers;
  readonly #passedOver: UnreadReason;
  readonly #tooLong: UnreadReason;
  readonly #base64: UnreadReason;
  readonly #backlog = new Backlog();
  readonly #collected = new Collected();
  readonly #texts = new TextRows();
  /** The same in rows that were taken out of others, many at once and one by one. */
  readonly #innerVersion = new Literal('SIP/2.0');
  readonly #textVersion = new Literal('SIP/2.0');
  /** The trigger that an object's beginning was looked for last, and where that was; offsets in the source. */
  #sought = -1;
  #object = 0;
  #begun = false;
  readonly #row: MutableRow = { ...NO_ROW };
  readonly #textRow: MutableRow = { ...NO_ROW };
  /** Where the row at hand stands, and which of the collected rows it is; -1 for none. */
  #at = { line: 0, offset: 0, index: -1, stamp: '' };
  /** How many rows the last step took. */
  #rowsTaken = 0;

  /** `zone` is that of stamps without one. */
  constructor(sink: MessageSink, unread: UnreadTally, zone?: Zone) {
    this.emitter = new Emitter(sink, unread, zone);
    this.unwrapping = new Unwrapping(new Losses(unread), {
      plain: (row) => this.#threads.row(row),
      unwrapped: (text, row, stamp) => this.#walk(text, row, stamp),
    });
    this.#frames = new Frames(unread);
    this.#threads = new Threads(this.emitter, MARKS, this.#frames);
    this.#passedOver = unread.reason('text-not-sip');
    this.#base64 = unread.reason('text-base64');
    this.#tooLong = unread.reason('text-line-too-long');
    this.#triggers = new Triggers([
      'SIP/2.0',
      'SIP\\/2.0',
      ...WRAPPERS.flatMap(({ triggers }) => triggers ?? []),
      ...DIALECTS.flatMap(({ triggers }) => triggers ?? []),
    ]);
  }

  /** Takes the next bytes of the source; they may be overwritten after the call. */
  push(chunk: Uint8Array): void {
    this.#take(this.#decoding.decode(chunk), false);
  }

  /** No more for now: rows that were held back because more might follow are read, and what is open is over. */
  pause(): void {
    const held = this.#backlog.add(NOTHING);
    this.#consume(held.subarray(0, held.lastIndexOf(LF) + 1), true);
    this.unwrapping.finish();
    this.#threads.finish();
    this.emitter.finish();
  }

  end(): void {
    this.#take(this.#decoding.decode(new Uint8Array(0), true), true);
    this.unwrapping.finish();
    this.#threads.finish();
    this.#frames.end();
    if (this.emitter.dialects.size === 0) this.#takeLone();
    this.emitter.finish();
    if (this.emitter.dialects.size === 0) this.#hintAtBase64();
  }

  /** Nothing was found, and the text is coded: it says so rather than that it has no SIP. */
  #hintAtBase64(): void {
    const found = this.#recognition.base64;
    if (found === null) return;
    hit(this.#base64, found.line, found.offset);
    this.#base64.count += found.rows - 1;
    this.#passedOver.count = Math.max(0, this.#passedOver.count - found.rows);
  }

  /** Rows that were passed over may be a message after all, when there is nothing else. */
  #takeLone(): void {
    const { whole } = this.#recognition;
    const lone = whole === null ? null : loneMessage(whole);
    if (lone === null) return;
    this.#passedOver.count = lone.line - 1;
    this.emitter.assembled(lone);
  }

  /** What the source's entry in the report says about a log; `source` is its index there. */
  describe(
    source: number,
  ): Pick<
    Source,
    'dialect' | 'dialects' | 'wrappers' | 'assumed' | 'recognisedBy' | 'lines' | 'linesExplained'
  > {
    // Of equal numbers, what is known says more than what is plain.
    const dialects = [...this.emitter.dialects].sort(
      (a, b) => b[1] - a[1] || Number(a[0] === GENERIC) - Number(b[0] === GENERIC),
    );
    const silent = dialects.length === 0 ? this.#recognition.dialect(SIGNS) : undefined;
    const main = dialects[0]?.[0] ?? silent;
    const { lines } = this.facts;
    const recognisedBy = this.emitter.signs.list(source, silent);
    const isNothing = recognisedBy[0]?.sign === 'readable-text';
    const assumed = [...this.emitter.timeline.assumed];
    return {
      ...(main === undefined ? {} : { dialect: main }),
      ...(dialects.length < 2 ? {} : { dialects: Object.fromEntries(dialects) }),
      ...(this.unwrapping.met.size === 0 ? {} : { wrappers: [...this.unwrapping.met] }),
      ...(assumed.length === 0 ? {} : { assumed }),
      recognisedBy,
      lines,
      // Empty rows explain nothing where there is nothing else.
      linesExplained: isNothing ? 0 : Math.max(0, lines - this.#passedOver.count),
    };
  }

  #take(text: Uint8Array, final: boolean): void {
    this.#recognition.push(text);
    if (!this.#begun && text.length > 0) {
      this.#begun = true;
      this.#backlog.offset = this.#decoding.mark;
      const { encoding } = this.#decoding;
      if (encoding !== null && encoding !== 'utf-8') this.unwrapping.met.add(encoding);
    }
    this.#consume(this.#backlog.add(text), final);
  }

  #consume(bytes: Uint8Array, final: boolean): void {
    let at = 0;
    const last = final ? bytes.length : bytes.lastIndexOf(LF) + 1;
    while (at < last) {
      if (!this.#threads.busy && !this.unwrapping.isOpen) {
        const from = this.#nextRegion(bytes, at, last, final);
        if (from > at) {
          this.#skip(bytes, at, from);
          at = from;
          continue;
        }
        if (from < 0) break;
      }
      const isCollected = Collected.begins(bytes, at) && !this.unwrapping.isOpen;
      const next = isCollected ? this.#takeCollected(bytes, at, last) : at;
      at = next > at ? next : this.#one(bytes, at, last);
    }
    while (!final && bytes.length - at > MAX_ROW && at >= last) at = this.#one(bytes, at, at);
    this.#backlog.read(at);
  }

  /** Where to go on row by row: a little in front of the next trigger. -1: more bytes are needed to tell. */
  #nextRegion(bytes: Uint8Array, at: number, last: number, final: boolean): number {
    const next = this.#triggers.next(bytes, at);
    // The rows in front of a trigger that has not come yet are held back.
    const wanted = Math.min(next, final ? Number.POSITIVE_INFINITY : last) - LOOK_BACK;
    if (wanted === Number.POSITIVE_INFINITY) return last;
    if (wanted <= at) return next < last ? at : -1;
    let from = bytes.lastIndexOf(LF, wanted - 1) + 1;
    if (from > at) {
      // Of an object that is printed row by row, the first ones say most.
      const base = this.#backlog.offset;
      const isSought = this.#sought === base + next && next < last;
      from = isSought ? Math.max(at, this.#object - base) : objectStart(bytes, at, from);
      this.#sought = base + next;
      this.#object = base + from;
    }
    return from > at ? from : next < last ? at : -1;
  }

  #skip(bytes: Uint8Array, from: number, to: number): void {
    const lines = countLines(bytes, from, to);
    hit(this.#passedOver, this.facts.lines + 1, this.#backlog.offset + from);
    this.#passedOver.count += lines - 1;
    this.facts.lines += lines;
    this.unwrapping.finish();
    this.#threads.finish();
  }

  /** Takes rows of a container engine, many at once; returns where it stopped. */
  #takeCollected(bytes: Uint8Array, at: number, last: number): number {
    const collected = this.#collected;
    const isNear = (row: number): boolean => this.#triggers.next(bytes, row) - row <= LOOK_BACK;
    const next = collected.take(bytes, at, last, this.#backlog.offset, isNear);
    if (collected.rows === 0) return at;
    this.unwrapping.met.add(collected.kind);
    this.unwrapping.isWithin = true;
    const inner = collected.bytes;
    const place = this.#at;
    for (let from = 0, index = 0; from < inner.length; index += this.#rowsTaken) {
      place.line = this.facts.lines + index + 1;
      place.offset = collected.offsets[index] as number;
      place.index = index;
      from = this.#step(inner, from, inner.length, this.#innerVersion, this.#row);
    }
    this.facts.lines += collected.rows;
    this.unwrapping.isWithin = false;
    return next;
  }

  /** Reads text that a row held: all of its rows stand in that one. */
  #walk(text: string, { line, offset }: Row, stamp: string): void {
    const bytes = this.#texts.bytesOf(text);
    const { length } = bytes;
    const outer = this.#at;
    this.#at = { line, offset, index: -1, stamp };
    for (let from = 0; from < length;) {
      from = this.#step(bytes, from, length, this.#textVersion, this.#textRow);
    }
    this.#at = outer;
  }

  /** Reads the row at `at`, or the message that begins there; returns where the next row begins. Rows are whole below `last`. */
  #one(bytes: Uint8Array, at: number, last: number): number {
    const place = this.#at;
    place.line = this.facts.lines + 1;
    place.offset = this.#backlog.offset + at;
    place.index = -1;
    const next = this.#step(bytes, at, last, this.#version, this.#row);
    this.facts.lines += this.#rowsTaken;
    return next;
  }

  /** The same for any rows, wherever they were taken from; `literal` finds the version in them. */
  #step(bytes: Uint8Array, at: number, last: number, literal: Literal, row: MutableRow): number {
    let end = findByte(bytes, wordsOf(bytes), at, bytes.length, LF);
    const isCut = end - at > MAX_ROW;
    if (isCut) end = this.#cut(bytes, at);
    const feed = end < bytes.length && !isCut ? end : -1;
    const after = feed < 0 ? end : end + 1;
    this.#rowsTaken = isCut ? 0 : 1;
    if (this.#isIdle && this.#isEmpty(bytes, at, end)) return after;
    const version = literal.next(bytes, at);
    if (version < end && this.#takesWhole(bytes, at, feed, last, version, literal)) {
      this.#rowsTaken = this.#verbatim.rows;
      return this.#verbatim.next;
    }
    row.cr = end > at && bytes[end - 1] === CR;
    // Where a CRLF was turned into one once more, there are two.
    while (end > at && bytes[end - 1] === CR) end -= 1;
    row.bytes = bytes;
    row.start = at;
    row.end = end;
    row.version = version < end ? version : -1;
    row.line = this.#at.line;
    row.offset = this.#at.offset;
    row.stamp = this.#stamp;
    if (row === this.#textRow) this.#threads.row(row);
    else this.unwrapping.row(row, this.#threads.main.draft !== null);
    this.#rowsTaken = isCut ? 0 : 1;
    return after;
  }

  /** Where the row at `at`, which is too long, is cut: between two records of it if it has such. */
  #cut(bytes: Uint8Array, at: number): number {
    const end = betweenRecords(bytes, at, at + MAX_ROW);
    if (end >= 0) return end;
    hit(this.#tooLong, this.#at.line, this.#at.offset);
    return at + MAX_ROW;
  }

  /** Whether the row holds nothing, or nothing but what the rows of the message before had in front. */
  #isEmpty(bytes: Uint8Array, at: number, end: number): boolean {
    if (end === at) return true;
    const isFront = this.#verbatim.front.isAll(bytes, at, end);
    if (isFront) this.#threads.main.envelopes.passOver();
    return isFront;
  }

  /** What a wrapper said about the time of the row at hand. */
  get #stamp(): string {
    const { index, stamp } = this.#at;
    return index < 0 ? stamp : this.#collected.stamp(index);
  }

  /** An empty row would change nothing. */
  get #isIdle(): boolean {
    const { main, single } = this.#threads;
    const { open } = main.envelopes;
    return single && main.draft === null && (open === null || open.rewrite === null);
  }

  /** Whether the row holds the start line of a message that stands there whole, and was taken. */
  #takesWhole(
    bytes: Uint8Array,
    at: number,
    feed: number,
    last: number,
    version: number,
    literal: Literal,
  ): boolean {
    if (!this.#isIdle || feed < 0) return false;
    const { open } = this.#threads.main.envelopes;
    const end = bytes[feed - 1] === CR ? feed - 1 : feed;
    const start = startLineBehind(bytes, at, end, version);
    if (start < 0) return false;
    const message = this.#verbatim;
    const enough = open === null ? 2 : 1;
    if (!message.take(bytes, at, start, feed, last, enough, literal)) return false;
    if (start > at && !this.#isOwnRow(bytes, at, end)) return false;
    const isUnwrapped = literal === this.#textVersion;
    if (!isUnwrapped && this.unwrapping.isMarked(bytes, at, message.next)) return false;
    if (open !== null) open.messages += 1;
    message.line = this.#at.line;
    message.offset = this.#at.offset;
    message.envelope = open;
    const { above } = this.#threads.main;
    message.near = above.near;
    message.above = open === null ? above.rows : [];
    above.clear();
    message.stamp = this.#stamp;
    this.emitter.assembled(message);
    return true;
  }

  /** Whether what stands in front of a start line is no envelope, and names the thread whose message is awaited. */
  #isOwnRow(bytes: Uint8Array, at: number, end: number): boolean {
    if (!this.#threads.awaits(this.#verbatim.front.thread)) return false;
    return !MARKS.isMarked(bytes, at, end);
  }
}
