import type { Source } from '../model/report.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import { CR, LF } from '../sip/bytes.ts';
import { findByte, wordsOf } from '../sip/words.ts';
import { Backlog } from './backlog.ts';
import { DIALECTS, SILENT } from './dialects.ts';
import { Decoding } from './encoding.ts';
import { Emitter, GENERIC, type MessageSink } from './emitter.ts';
import { isStartLine } from './grammar.ts';
import { countLines } from './lines.ts';
import { Literal } from './literal.ts';
import { loneMessage } from './lone.ts';
import { Losses } from './losses.ts';
import { MarkTable } from './marks.ts';
import { Recognition } from './recognition.ts';
import type { Row } from './row.ts';
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
  readonly #verbatim = new Verbatim();
  readonly #recognition = new Recognition();
  readonly #version = new Literal('SIP/2.0');
  readonly #triggers: Triggers;
  readonly #passedOver: UnreadReason;
  readonly #tooLong: UnreadReason;
  readonly #next: (row: Row) => void;
  readonly #backlog = new Backlog();
  #begun = false;
  readonly #row: MutableRow = {
    bytes: new Uint8Array(0),
    start: 0,
    end: 0,
    cr: false,
    version: -1,
    line: 0,
    offset: 0,
    stamp: '',
  };

  /** `zone` is that of stamps without one. */
  constructor(sink: MessageSink, unread: UnreadTally, zone?: Zone) {
    this.emitter = new Emitter(sink, unread, zone);
    this.unwrapping = new Unwrapping(new Losses(unread));
    this.#threads = new Threads(this.emitter, MARKS);
    this.#passedOver = unread.reason('text-not-sip');
    this.#tooLong = unread.reason('text-line-too-long');
    this.#next = (row) => this.#threads.row(row);
    this.#triggers = new Triggers([
      'SIP/2.0',
      'SIP\\/2.0',
      ...WRAPPERS.flatMap(({ trigger }) => trigger ?? []),
      ...DIALECTS.flatMap(({ triggers }) => triggers ?? []),
    ]);
  }

  /** Takes the next bytes of the source; they may be overwritten after the call. */
  push(chunk: Uint8Array): void {
    this.#take(this.#decoding.decode(chunk), false);
  }

  end(): void {
    this.#take(this.#decoding.decode(new Uint8Array(0), true), true);
    this.#threads.finish();
    if (this.emitter.dialects.size === 0) this.#takeLone();
    this.emitter.finish();
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
      if (!this.#threads.busy) {
        const from = this.#nextRegion(bytes, at, last, final);
        if (from > at) {
          this.#skip(bytes, at, from);
          at = from;
          continue;
        }
        if (from < 0) break;
      }
      at = this.#one(bytes, at, last);
    }
    if (!final && bytes.length - at > MAX_ROW && at >= last) {
      hit(this.#tooLong, this.facts.lines + 1, this.#backlog.offset + at);
      at = this.#one(bytes, at, at);
    }
    this.#backlog.read(at);
  }

  /** Where to go on row by row: a little in front of the next trigger. -1: more bytes are needed to tell. */
  #nextRegion(bytes: Uint8Array, at: number, last: number, final: boolean): number {
    const next = this.#triggers.next(bytes, at);
    // The rows in front of a trigger that has not come yet are held back.
    const wanted = Math.min(next, final ? Number.POSITIVE_INFINITY : last) - LOOK_BACK;
    if (wanted === Number.POSITIVE_INFINITY) return last;
    if (wanted <= at) return next < last ? at : -1;
    const from = bytes.lastIndexOf(LF, wanted - 1) + 1;
    return from > at ? from : next < last ? at : -1;
  }

  #skip(bytes: Uint8Array, from: number, to: number): void {
    const lines = countLines(bytes, from, to);
    hit(this.#passedOver, this.facts.lines + 1, this.#backlog.offset + from);
    this.#passedOver.count += lines - 1;
    this.facts.lines += lines;
    this.#threads.finish();
  }

  /** Hands on the row at `at`, or the message that begins there; returns where the next row begins. Rows are whole below `last`. */
  #one(bytes: Uint8Array, at: number, last: number): number {
    let end = findByte(bytes, wordsOf(bytes), at, bytes.length, LF);
    const feed = end < bytes.length ? end : -1;
    const after = feed < 0 ? end : end + 1;
    if (end === at && this.#isIdle) {
      this.facts.lines += 1;
      return after;
    }
    const version = this.#version.next(bytes, at);
    if (version < end && this.#takesWhole(bytes, at, feed, last, version)) {
      return this.#verbatim.next;
    }
    const row = this.#row;
    row.cr = end > at && bytes[end - 1] === CR;
    if (row.cr) end -= 1;
    this.facts.lines += 1;
    row.bytes = bytes;
    row.start = at;
    row.end = end;
    row.version = version < end ? version : -1;
    row.line = this.facts.lines;
    row.offset = this.#backlog.offset + at;
    this.unwrapping.row(row, this.#next);
    return after;
  }

  /** An empty row would change nothing. */
  get #isIdle(): boolean {
    const { main, single } = this.#threads;
    const { open } = main.envelopes;
    return single && main.draft === null && (open === null || open.rewrite === null);
  }

  /** Whether the row is the start line of a message that stands there whole, and was taken. */
  #takesWhole(bytes: Uint8Array, at: number, feed: number, last: number, version: number): boolean {
    if (!this.#isIdle || feed < 0) return false;
    const { main } = this.#threads;
    const { open } = main.envelopes;
    const end = bytes[feed - 1] === CR ? feed - 1 : feed;
    if (!isStartLine(bytes, at, end, version)) return false;
    const message = this.#verbatim;
    if (!message.take(bytes, at, feed, last, open === null ? 2 : 1, this.#version)) return false;
    if (this.unwrapping.isMarked(bytes, at, message.next)) return false;
    if (open !== null) open.messages += 1;
    message.line = this.facts.lines + 1;
    message.offset = this.#backlog.offset + at;
    message.envelope = open;
    message.near = main.near;
    this.facts.lines += message.rows;
    this.emitter.assembled(message);
    return true;
  }
}
