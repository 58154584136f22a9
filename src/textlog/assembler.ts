import { latin1, SP, TAB } from '../sip/bytes.ts';
import { Draft } from './draft.ts';
import { type Envelopes, type Hit } from './envelope.ts';
import { fieldOf } from './fields.ts';
import { beginsBody, headerAt, HeaderKind, isSdpLine, startLineAt, trimmedEnd } from './grammar.ts';
import type { Row } from './row.ts';
import { rowOf } from './unwrapping.ts';
import { learnSuffix, withoutSuffix } from './suffix.ts';

/** Rows in a row that fit nowhere before a message is given up, in its headers and in a prefixed body. */
const MAX_ODD = 4;
/** Rows of a candidate that has not got enough headers. */
const MAX_CANDIDATE = 64;
/** Rows of a body whose length nobody told. */
const MAX_BODY_ROWS = 4000;
/** Longest row that may be an end mark, in bytes. */
const MAX_END_MARK = 200;
/** How much of a foreign row is remembered: its stamp may be that of the next message. */
const REMEMBERED = 80;

/** What the assembler hands on. The draft is only valid until the call returns. */
export interface Assembled {
  /** `complete` is false when the message ended before its Content-Length. `near` is the foreign row before it. */
  assembled(draft: Draft, complete: boolean, near: string): void;
  /** A row that belongs to nothing. */
  noise(row: Row): void;
}

/**
 * Puts messages together from rows: a start line, header rows to the empty one, then the body by Content-Length, by the
 * dialect's end mark, by the next envelope or the next start line. A start line is believed when header fields follow.
 */
export class Assembler {
  readonly #sink: Assembled;
  readonly #envelopes: Envelopes;
  readonly #spare: Draft[] = [];
  #draft: Draft | null = null;
  /** The message in which `#draft`, a candidate, was met. */
  #outer: Draft | null = null;
  readonly #odd: { bytes: Uint8Array; row: Row }[] = [];
  #near = '';

  constructor(sink: Assembled, envelopes: Envelopes) {
    this.#sink = sink;
    this.#envelopes = envelopes;
  }

  /** False while no message is open and none is announced: rows without a start line need not be shown. */
  get busy(): boolean {
    return this.#draft !== null || this.#envelopes.open !== null;
  }

  row(row: Row): void {
    const { open } = this.#envelopes;
    if (open !== null && open.rewrite !== null && open.messages === 0) this.#rewritten(row);
    else this.#plain(row);
  }

  /** Ends what is open: the source is over, or rows were left out. */
  finish(): void {
    const { open } = this.#envelopes;
    if (open !== null && open.rewrite !== null) this.#closeRewrite();
    while (this.#draft !== null) this.#close(this.#draft);
    this.#envelopes.open = null;
  }

  #plain(row: Row): void {
    const draft = this.#draft;
    if (draft === null) this.#idle(row);
    else if (draft.phase === 'candidate') this.#candidate(draft, row);
    else if (draft.phase === 'headers') this.#headers(draft, row);
    else this.#body(draft, row);
  }

  #idle(row: Row): void {
    const start = startLineIn(row);
    const hit = this.#envelopes.read(row.bytes, row.start, start < 0 ? row.end : start);
    if (hit !== null) this.#take(hit, row);
    if (start >= 0 && (hit === null || hit.marked.pattern.text === undefined)) {
      this.#begin(row, start);
      return;
    }
    if (hit !== null || trimmedEnd(row.bytes, row.start, row.end) === row.start) return;
    const { open } = this.#envelopes;
    if (!this.#isEndMark(row, row.start, open?.dialect.end)) this.#passOver(row);
    // Right behind the envelope it only divides envelope and message.
    else if (open !== null && (open.age > 0 || open.messages > 0)) this.#envelopes.open = null;
  }

  #passOver(row: Row): void {
    this.#near = latin1(row.bytes, row.start, Math.min(row.end, row.start + REMEMBERED));
    this.#envelopes.passOver();
    this.#sink.noise(row);
  }

  #begin(row: Row, start: number): void {
    const draft = this.#spare.pop() ?? new Draft();
    draft.begin(row.line, row.offset, this.#envelopes.open);
    draft.prefix.begin(row.bytes, row.start, start);
    draft.stamp = row.stamp;
    draft.add(row.bytes, start, row.end, row.cr);
    this.#draft = draft;
  }

  #candidate(draft: Draft, row: Row): void {
    const { bytes, end } = row;
    const at = draft.prefix.contentAt(bytes, row.start, end);
    if (at < 0 || startLineIn(row) >= 0 || draft.rows > MAX_CANDIDATE) {
      this.#reject(draft, row);
      return;
    }
    const tail = trimmedEnd(bytes, at, end);
    if (tail === at || isSuffixAlone(draft, bytes, at, tail)) {
      const first = draft.rows === 1 || draft.doubled;
      if (first && !draft.skippedBlank) draft.skippedBlank = true;
      else if (draft.known > 0 && draft.envelope !== null) this.#endHeaders(this.#accept(draft));
      else this.#reject(draft, row);
      return;
    }
    const kind = headerAt(bytes, at, tail);
    if (kind === HeaderKind.None) {
      const folded = isFold(bytes, at, row.start, draft);
      if (folded || (draft.known > 0 && !this.#endsHeaders(draft, row, at))) {
        if (folded) draft.add(bytes, at, end, row.cr);
        else draft.join(bytes, at, end);
      } else this.#reject(draft, row);
      return;
    }
    if (draft.skippedBlank) draft.doubled = true;
    draft.skippedBlank = false;
    this.#header(draft, row, at, end);
    if (kind === HeaderKind.Known) draft.known += 1;
    if (draft.known >= (draft.envelope === null ? 2 : 1)) this.#accept(draft);
  }

  /** It is a message: whatever it was met in ended before it. */
  #accept(draft: Draft): Draft {
    const outer = this.#outer;
    this.#outer = null;
    if (outer !== null) this.#emit(outer);
    learnSuffix(draft);
    draft.phase = 'headers';
    if (draft.envelope !== null) draft.envelope.messages += 1;
    return draft;
  }

  /** It was no message: its rows belong to what it was met in, or to nothing. `row` is looked at again. */
  #reject(draft: Draft, row: Row | null): void {
    const outer = this.#outer;
    this.#outer = null;
    this.#draft = outer;
    this.#spare.push(draft);
    if (outer === null) {
      this.#envelopes.passOver();
      this.#sink.noise({ ...NO_ROW, line: draft.line, offset: draft.offset });
    } else if (outer.phase === 'body') outer.addRaw(draft.bytes, 0, draft.length);
    if (row !== null) this.#plain(row);
  }

  #headers(draft: Draft, row: Row): void {
    const { bytes } = row;
    const at = draft.prefix.contentAt(bytes, row.start, row.end);
    if (at < 0) {
      this.#oddRow(draft, row, row.start, true);
      return;
    }
    const end = withoutSuffix(draft, bytes, at, row.end);
    const tail = trimmedEnd(bytes, at, end);
    if (tail === at) {
      if (draft.doubled && !draft.skippedBlank) draft.skippedBlank = true;
      else this.#endHeaders(draft);
      return;
    }
    draft.skippedBlank = false;
    if (startLineIn(row) >= 0) {
      this.#suspend(draft, row);
      return;
    }
    const kind = headerAt(bytes, at, tail);
    if (kind === HeaderKind.None && !isFold(bytes, at, row.start, draft)) {
      this.#oddRow(draft, row, at, false);
      return;
    }
    if (this.#odd.length > 0) this.#joinOdd(draft);
    if (kind === HeaderKind.None) draft.add(bytes, at, end, row.cr);
    else this.#header(draft, row, at, end);
    if (draft.overflow) this.#close(draft);
  }

  #header(draft: Draft, row: Row, at: number, end: number): void {
    draft.add(row.bytes, at, end, row.cr);
    fieldOf(draft, row.bytes, at, end);
  }

  /** Whether the row ends the header rows without an empty one. */
  #endsHeaders(draft: Draft, row: Row, at: number): boolean {
    if (this.#isEndMark(row, at, draft.envelope?.dialect.end)) return true;
    return this.#envelopes.read(row.bytes, row.start, row.end) !== null;
  }

  /** A row among the headers that is none: the end, the body of a log that lost its empty lines, or torn text. */
  #oddRow(draft: Draft, row: Row, at: number, foreign: boolean): void {
    if (this.#endsHeaders(draft, row, at)) {
      this.#close(draft);
      this.#plain(row);
      return;
    }
    const { bytes, end } = row;
    if (!foreign && draft.hasContentType && beginsBody(bytes, at, end)) {
      this.#endHeaders(draft);
      if (this.#draft === draft) this.#body(draft, row);
      return;
    }
    if (this.#odd.length >= MAX_ODD) {
      this.#close(draft);
      this.#plain(row);
      return;
    }
    const text = foreign || looksDated(bytes, at, end) ? new Uint8Array(0) : bytes.slice(at, end);
    this.#odd.push({
      bytes: text,
      row: {
        ...row,
        bytes: row.bytes.slice(row.start, row.end),
        start: 0,
        end: row.end - row.start,
      },
    });
  }

  /** Another header row came: what stood between is the rest of the row before (torn or wrapped), or foreign. */
  #joinOdd(draft: Draft): void {
    for (const { bytes, row } of this.#odd) {
      if (bytes.length > 0) draft.join(bytes, 0, bytes.length);
      else this.#sink.noise(row);
    }
    this.#odd.length = 0;
  }

  #endHeaders(draft: Draft): void {
    draft.add(NO_ROW.bytes, 0, 0, draft.crRows > 0);
    draft.phase = 'body';
    draft.bodyAt = draft.length;
    draft.skippedBlank = false;
    const { contentLength, hasContentType } = draft;
    if (contentLength === 0 || (contentLength < 0 && !hasContentType)) this.#close(draft);
  }

  #body(draft: Draft, row: Row): void {
    const { bytes } = row;
    const at = draft.prefix.contentAt(bytes, row.start, row.end);
    if (at < 0) {
      this.#foreignInBody(draft, row);
      return;
    }
    const end = withoutSuffix(draft, bytes, at, row.end);
    const tail = trimmedEnd(bytes, at, end);
    const left = draft.contentLength < 0 ? Infinity : draft.contentLength - draft.bodyLength;
    const fits = end - at === left || end - at + 2 === left;
    if (!fits && !draft.carriesSip && startLineIn(row) >= 0) {
      this.#suspend(draft, row);
      return;
    }
    const hit = fits && end - at < 8 ? null : this.#envelopes.read(bytes, row.start, row.end);
    if (hit !== null) {
      if (hit.marked.pattern.glued === true && hit.at > at) draft.addRaw(bytes, at, hit.at);
      this.#close(draft);
      this.#idle(hit.marked.pattern.glued === true ? { ...row, start: hit.at } : row);
      return;
    }
    if (tail === at) this.#blankInBody(draft, row);
    else if (this.#isEndMark(row, at, draft.envelope?.dialect.end)) {
      this.#close(draft);
      this.#envelopes.open = null;
    } else if (draft.isSdp && !isSdpLine(bytes, at, tail)) {
      this.#close(draft);
      this.#plain(row);
    } else this.#bodyRow(draft, row, at, end, left);
  }

  #bodyRow(draft: Draft, row: Row, at: number, end: number, left: number): void {
    draft.skippedBlank = false;
    this.#odd.length = 0;
    if (end - at >= left) {
      draft.addRaw(row.bytes, at, at + left);
      this.#close(draft);
      if (end - at > left) this.#plain({ ...row, start: at + left });
      return;
    }
    draft.add(row.bytes, at, end, row.cr);
    if (draft.contentLength >= 0) {
      if (draft.bodyLength >= draft.contentLength) this.#close(draft);
    } else if (draft.rows > MAX_BODY_ROWS) this.#close(draft);
    if (draft.overflow && this.#draft === draft) this.#close(draft);
  }

  #blankInBody(draft: Draft, row: Row): void {
    if (draft.doubled && !draft.skippedBlank) {
      draft.skippedBlank = true;
      return;
    }
    draft.skippedBlank = false;
    const left = draft.contentLength < 0 ? 0 : draft.contentLength - draft.bodyLength;
    // SDP has no empty lines; of a body of unknown length the first one is the end.
    if (left <= 0 || (draft.isSdp && draft.bodyLength > 0)) this.#close(draft);
    else if (!draft.isSdp) this.#bodyRow(draft, row, row.end, row.end, left);
  }

  /** A row without the prefix that the message's rows have: another thread's, unless there is no end to them. */
  #foreignInBody(draft: Draft, row: Row): void {
    const ends = this.#endsHeaders(draft, row, row.start) || startLineIn(row) >= 0;
    if (ends || this.#odd.length >= MAX_ODD) {
      this.#close(draft);
      this.#plain(row);
      return;
    }
    this.#odd.push({ bytes: NO_ROW.bytes, row: NO_ROW });
    this.#sink.noise(row);
  }

  /** A start line inside a message: perhaps the next message, perhaps only text. */
  #suspend(draft: Draft, row: Row): void {
    const start = startLineIn(row);
    const hit = this.#envelopes.read(row.bytes, row.start, start);
    if (hit !== null) {
      this.#close(draft);
      this.#plain(row);
      return;
    }
    this.#outer = draft;
    this.#begin(row, start);
  }

  #take(hit: Hit, row: Row): void {
    this.#envelopes.take(hit);
    const text = hit.marked.pattern.text?.(hit.match);
    if (text === undefined) return;
    if (text !== null) for (const one of text.split('\n')) this.#plain(rowOf(one, row));
    this.finish();
  }

  #rewritten(row: Row): void {
    const open = this.#envelopes.open;
    const hit = this.#envelopes.read(row.bytes, row.start, row.end);
    if (hit !== null) {
      if (hit.marked.pattern.adds !== true) this.#closeRewrite();
      this.#take(hit, row);
      return;
    }
    if (open === null) return;
    if (this.#isEndMark(row, row.start, open.dialect.end)) {
      this.#closeRewrite();
      return;
    }
    this.#rows(open.rewrite?.(latin1(row.bytes, row.start, row.end)) ?? null, row);
  }

  #closeRewrite(): void {
    const { open } = this.#envelopes;
    if (open === null) return;
    this.#rows(open.rewrite?.(null) ?? null, NO_ROW);
    if (this.#draft !== null) this.#close(this.#draft);
    this.#envelopes.open = null;
  }

  #rows(rows: string | readonly string[] | null, row: Row): void {
    if (rows === null) return;
    for (const one of typeof rows === 'string' ? [rows] : rows) this.#plain(rowOf(one, row));
  }

  /** The message is over, in whatever phase it was. */
  #close(draft: Draft): void {
    if (draft.phase === 'candidate') {
      // Behind an envelope even a start line alone is one: the rest was cut off.
      if (draft.envelope !== null) this.#accept(draft);
      else {
        this.#reject(draft, null);
        return;
      }
    }
    this.#draft = null;
    this.#emit(draft);
  }

  #emit(draft: Draft): void {
    const { contentLength } = draft;
    let complete: boolean;
    if (draft.phase === 'body') {
      let left = contentLength < 0 ? 0 : contentLength - draft.bodyLength;
      // The last line end of a body is often lost on the way into the log.
      if (left > 0 && left <= 2) {
        draft.addRaw(CRLF, 2 - left, 2);
        left = 0;
      }
      if (left < 0) draft.length += left;
      complete = left <= 0;
    } else {
      complete = contentLength <= 0;
      draft.add(NO_ROW.bytes, 0, 0, draft.crRows > 0);
    }
    this.#sink.assembled(draft, complete, this.#near);
    this.#spare.push(draft);
    for (const { row } of this.#odd) if (row !== NO_ROW) this.#passOver(row);
    this.#odd.length = 0;
  }

  #isEndMark({ bytes, end }: Row, at: number, mark: RegExp | undefined): boolean {
    if (mark === undefined || end - at > MAX_END_MARK) return false;
    return mark.test(latin1(bytes, at, trimmedEnd(bytes, at, end)).trimStart());
  }
}

const CRLF = Uint8Array.of(13, 10);
const NO_ROW: Row = {
  bytes: new Uint8Array(0),
  start: 0,
  end: 0,
  cr: false,
  version: -1,
  line: 0,
  offset: 0,
  stamp: '',
};

function startLineIn({ bytes, start, end, version }: Row): number {
  return version < start ? -1 : startLineAt(bytes, start, end, version);
}

/** A continuation line (RFC 3261 §7.3.1): blanks, where the message's rows are not indented anyway. */
function isFold(bytes: Uint8Array, at: number, rowStart: number, draft: Draft): boolean {
  const byte = bytes[at];
  return (byte === SP || byte === TAB) && draft.rows > 1 && at >= rowStart;
}

function isSuffixAlone(draft: Draft, bytes: Uint8Array, at: number, end: number): boolean {
  const { length } = draft;
  if (end === at + 1) return bytes[at] === 46 && draft.bytes[length - 3] === 46;
  return (
    end === at + 2 && bytes[at] === 94 && bytes[at + 1] === 77 && draft.bytes[length - 4] === 94
  );
}

/** Whether a row begins like a log's own: a stamp or a bracket. */
function looksDated(bytes: Uint8Array, at: number, end: number): boolean {
  return /^\W{0,2}(?:\d{4}-\d\d|\d\d[:/]\d\d|\w{3} +\d{1,2} \d\d:\d\d)/.test(
    latin1(bytes, at, Math.min(end, at + 24)),
  );
}
