import { CR, latin1, LF } from '../sip/bytes.ts';
import type { Dialect } from './dialect.ts';
import { Draft } from './draft.ts';
import type { Envelope, Envelopes, Hit } from './envelope.ts';
import { fieldOf } from './fields.ts';
import type { Found } from './found.ts';
import { OddRows } from './odd-rows.ts';
import type { Assembly } from './phases/assembly.ts';
import { bodyRow } from './phases/body.ts';
import { candidateRow } from './phases/candidate.ts';
import { headerRow } from './phases/headers.ts';
import { idleRow } from './phases/idle.ts';
import { endRewriting, rewrittenRow } from './phases/rewritten.ts';
import { startLineIn } from './phases/rows.ts';
import { NO_ROW, type Row } from './row.ts';
import { RowsAbove } from './rows-above.ts';
import { learnSuffix } from './suffix.ts';
import { rowOf } from './unwrapping.ts';

/** Rows of other threads that may go by before a message is given up. */
const MAX_OTHERS = 512;

const CRLF = Uint8Array.of(CR, LF);

/** What the assembler hands on. */
export interface Assembled {
  assembled(found: Found): void;
  /** A row that belongs to nothing. */
  noise(row: Row): void;
  /** A row that announces a message, or tells of one. */
  announced(dialect: Dialect, row: Row): void;
  /** A row of another thread than the one whose message is open; false: nobody takes it. */
  elsewhere(row: Row): boolean;
}

/**
 * Puts messages together from rows: a start line, header rows to the empty one, then the body by Content-Length, by the
 * dialect's end mark, by the next envelope or the next start line. A start line is believed when header fields follow.
 */
export class Assembler implements Assembly {
  readonly envelopes: Envelopes;
  readonly odd = new OddRows();
  readonly above = new RowsAbove();
  draft: Draft | null = null;
  /** The message in which `draft`, a candidate, was met. */
  #outer: Draft | null = null;
  readonly #sink: Assembled;
  readonly #spare: Draft[] = [];

  constructor(sink: Assembled, envelopes: Envelopes) {
    this.#sink = sink;
    this.envelopes = envelopes;
  }

  /** False while no message is open and none is announced: rows without a start line need not be shown. */
  get busy(): boolean {
    return this.draft !== null || this.envelopes.open !== null;
  }

  row(row: Row): void {
    const { open } = this.envelopes;
    // Once the message is complete, what follows is the log's own again.
    const pending = open !== null && (open.messages === 0 || this.draft !== null);
    if (pending && open.rewrite !== null) rewrittenRow(this, row);
    else this.plain(row);
  }

  /** Ends what is open: the source is over, or rows were left out. */
  finish(): void {
    const { open } = this.envelopes;
    if (open !== null && open.rewrite !== null) endRewriting(this);
    while (this.draft !== null) this.close(this.draft);
    this.envelopes.open = null;
  }

  plain(row: Row): void {
    const { draft } = this;
    if (draft === null) idleRow(this, row);
    else if (draft.phase === 'candidate') candidateRow(this, draft, row);
    else if (draft.phase === 'headers') headerRow(this, draft, row);
    else bodyRow(this, draft, row);
  }

  begin(row: Row, start: number): void {
    const draft = this.#spare.pop() ?? new Draft();
    draft.begin(row.line, row.offset, this.#announced(), this.above);
    draft.prefix.begin(row.bytes, row.start, start);
    draft.stamp = row.stamp;
    draft.add(row.bytes, start, row.end, row.cr);
    this.draft = draft;
  }

  /** The open envelope; of a series of messages, as it is for this one. */
  #announced(): Envelope | null {
    const { open } = this.envelopes;
    return open?.dialect.session === true ? { ...open, facts: { ...open.facts } } : open;
  }

  accept(draft: Draft): void {
    const outer = this.#outer;
    this.#outer = null;
    if (outer !== null) this.#emit(outer);
    this.above.clear();
    learnSuffix(draft);
    draft.phase = 'headers';
    if (draft.envelope !== null) draft.envelope.messages += 1;
  }

  reject(draft: Draft, row: Row | null): void {
    const outer = this.#outer;
    this.#outer = null;
    this.draft = outer;
    this.#spare.push(draft);
    if (outer === null) {
      this.envelopes.passOver();
      this.noise({ ...NO_ROW, line: draft.line, offset: draft.offset });
    } else if (outer.phase === 'body') outer.addRaw(draft.bytes, 0, draft.end);
    else this.#giveBack(outer, draft);
    if (row !== null) this.plain(row);
  }

  /** What looked like another message's header fields are fields of the one around. */
  #giveBack(outer: Draft, { bytes, end, crRows }: Draft): void {
    const first = bytes.indexOf(LF) + 1;
    for (let at = first; at > 0 && at < end;) {
      const feed = bytes.indexOf(LF, at);
      outer.add(bytes, at, feed - 1, crRows > 0);
      fieldOf(outer, bytes, at, feed - 1);
      at = feed + 1;
    }
  }

  suspend(draft: Draft, row: Row): void {
    const start = startLineIn(row);
    const hit = this.envelopes.inFrontOf(row.bytes, row.start, row.end, start);
    if (hit !== null) {
      this.close(draft);
      this.plain(row);
      return;
    }
    this.#outer = draft;
    this.begin(row, start);
  }

  endHeaders(draft: Draft): void {
    draft.add(NO_ROW.bytes, 0, 0, draft.crRows > 0);
    draft.phase = 'body';
    draft.bodyAt = draft.end;
    draft.skippedBlank = false;
    const { contentLength, hasContentType } = draft;
    if (contentLength === 0 || (contentLength < 0 && !hasContentType)) this.close(draft);
  }

  take(hit: Hit, row: Row): void {
    this.above.clear();
    this.envelopes.take(hit, row);
    this.#sink.announced(hit.marked.dialect, row);
    const { text: read } = hit.marked.pattern;
    if (read === undefined) return;
    const text = read(hit.match, latin1(row.bytes, row.start, row.end));
    if (text === null || text.length === 0) this.finish();
    else if (typeof text === 'string') this.#whole(text, row);
    else
      for (const one of text) {
        this.envelopes.take({ ...hit, facts: one.facts }, row);
        this.#whole(one.text, row);
      }
  }

  #whole(text: string, row: Row): void {
    for (const one of text.split('\n')) this.plain(rowOf(one, row));
    this.finish();
  }

  close(draft: Draft): void {
    if (draft.phase === 'candidate') {
      // Behind an envelope even a start line alone is one: the rest was cut off.
      if (draft.envelope !== null) this.accept(draft);
      else {
        this.reject(draft, null);
        return;
      }
    }
    this.draft = null;
    this.#emit(draft);
  }

  passOver(row: Row): void {
    this.above.add(row);
    this.envelopes.passOver();
    this.noise(row);
  }

  noise(row: Row): void {
    this.#sink.noise(row);
  }

  elsewhere(draft: Draft, row: Row): void {
    draft.others += 1;
    if (draft.others > MAX_OTHERS) {
      this.close(draft);
      this.plain(row);
    } else if (!this.#sink.elsewhere(row)) this.noise(row);
  }

  #emit(draft: Draft): void {
    const { contentLength } = draft;
    if (draft.phase === 'body') {
      let left = contentLength < 0 ? 0 : contentLength - draft.bodyLength;
      // The last line end of a body is often lost on the way into the log.
      if (left > 0 && left <= 2) {
        draft.addRaw(CRLF, 2 - left, 2);
        left = 0;
      }
      if (left < 0) draft.end += left;
      draft.complete = left <= 0;
    } else {
      // In a record on one row nothing loses empty lines: it was cut, even where no field is missing.
      const isCut = contentLength < 0 && draft.lastLine === draft.line && draft.rows > 1;
      draft.complete = contentLength <= 0 && !isCut;
      draft.abrupt = true;
      draft.add(NO_ROW.bytes, 0, 0, draft.crRows > 0);
    }
    this.#sink.assembled(draft);
    this.#spare.push(draft);
    this.odd.letGo((row) => this.passOver(row));
  }
}
