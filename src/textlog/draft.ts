import { CR, LF } from '../sip/bytes.ts';
import type { Envelope } from './envelope.ts';
import { type BodyFacts, forgetFields } from './fields.ts';
import type { Found } from './found.ts';
import { Prefix } from './prefix.ts';
import type { RowsAbove } from './rows-above.ts';

/** Longest message that is believed, in bytes; what is longer is counted, not kept. */
export const MAX_MESSAGE = 1 << 20;

/** How far a message under assembly has come. */
export type Phase = 'candidate' | 'headers' | 'body';

/**
 * A message under assembly. Its rows stand one after the other with CRLF between them, as on the wire; used again for the
 * next message.
 */
export class Draft implements Found, BodyFacts {
  bytes = new Uint8Array(4096);
  readonly start = 0;
  /** Bytes so far. */
  end = 0;
  phase: Phase = 'candidate';
  readonly prefix = new Prefix();
  envelope: Envelope | null = null;
  line = 0;
  offset = 0;
  /** Line of its last header field. */
  lastLine = 0;
  /** Rows so far (start line included), and how many of them are fields that SIP knows. */
  rows = 0;
  known = 0;
  /** One of them is a field that nothing but SIP has. */
  own = false;
  /** Rows that ended in CR LF. */
  crRows = 0;
  /** Rows of other threads that went by meanwhile. */
  others = 0;
  /** Empty rows between all rows: the log doubled its line ends. */
  doubled = false;
  /** An empty row was passed over (in a doubled log every other one is). */
  skippedBlank = false;
  /** What every row ends with: '.' where ngrep prints CR so, '^M' where cat does. */
  suffix = '';
  contentLength = -1;
  hasContentType = false;
  isSdp = false;
  carriesSip = false;
  bodyAt = 0;
  complete = true;
  abrupt = false;
  overflow = false;
  stamp = '';
  near = '';
  above: readonly string[] = [];

  begin(line: number, offset: number, envelope: Envelope | null, rows: RowsAbove): void {
    this.end = 0;
    this.phase = 'candidate';
    this.envelope = envelope;
    this.line = line;
    this.offset = offset;
    this.lastLine = line;
    this.rows = 0;
    this.known = 0;
    this.own = false;
    this.crRows = 0;
    this.others = 0;
    this.doubled = false;
    this.skippedBlank = false;
    this.suffix = '';
    forgetFields(this);
    this.bodyAt = 0;
    this.complete = true;
    this.abrupt = false;
    this.overflow = false;
    this.stamp = '';
    this.near = rows.near;
    this.above = envelope === null ? rows.rows : [];
  }

  get isGlued(): boolean {
    return this.prefix.isGlued;
  }

  get prefixText(): string {
    return this.prefix.text;
  }

  /** Adds a row; its line end becomes CRLF, or stays a bare LF in the body of a log that kept its CRs. */
  add(bytes: Uint8Array, start: number, end: number, cr: boolean): void {
    this.rows += 1;
    if (cr) this.crRows += 1;
    this.#copy(bytes, start, end);
    if (cr || this.phase !== 'body' || this.crRows === 0) this.#byte(CR);
    this.#byte(LF);
  }

  /** Adds bytes as they are. */
  addRaw(bytes: Uint8Array, start: number, end: number): void {
    this.#copy(bytes, start, end);
  }

  /** Adds a row to the one before, as if there had been no line end. */
  join(bytes: Uint8Array, start: number, end: number): void {
    this.end -= this.bytes[this.end - 2] === CR ? 2 : 1;
    this.#copy(bytes, start, end);
    this.#byte(CR);
    this.#byte(LF);
  }

  get bodyLength(): number {
    return this.end - this.bodyAt;
  }

  #copy(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (length <= 0) return;
    if (this.end + length + 2 > MAX_MESSAGE) {
      this.overflow = true;
      return;
    }
    this.#reserve(length + 2);
    const target = this.bytes;
    let to = this.end;
    if (length > 128) target.set(bytes.subarray(start, end), to);
    else for (let at = start; at < end; at += 1, to += 1) target[to] = bytes[at] as number;
    this.end += length;
  }

  #byte(byte: number): void {
    if (this.overflow) return;
    this.#reserve(1);
    this.bytes[this.end] = byte;
    this.end += 1;
  }

  #reserve(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.end + more));
    grown.set(this.bytes.subarray(0, this.end));
    this.bytes = grown;
  }
}
