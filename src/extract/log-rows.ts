import type { LogStarts } from './log-picker.ts';

/** Rows in front of a start line that announce it: stamp, direction, addresses. */
const MAX_LEAD = 3;
/** Rows of one message, what lies between them included. */
const MAX_ROWS = 500;
const LF = 10;
const CR = 13;

/** Picks the rows of messages out of a log, as they stand there, with those that announce them. */
export class LogRows {
  /** Rows that were written. */
  written = 0;
  readonly #starts: LogStarts;
  readonly #write: (row: Uint8Array) => void;
  #next = 0;
  #row = 0;
  /** Of a row that is not whole yet. */
  #begun: Uint8Array[] = [];
  /** Rows in front of the one that comes; inside of a wanted message they are its own until the next one begins. */
  #recent: Uint8Array[] = [];
  #inside = false;
  #taken = 0;

  constructor(starts: LogStarts, write: (row: Uint8Array) => void) {
    this.#starts = starts;
    this.#write = write;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, at)) {
      this.#begun.push(chunk.slice(at, end + 1));
      this.#line();
      at = end + 1;
    }
    if (at < chunk.length) this.#begun.push(chunk.slice(at));
  }

  end(): void {
    if (this.#begun.length > 0) this.#line();
    if (this.#inside) this.#flush(this.#recent.length);
  }

  #line(): void {
    const row = joined(this.#begun);
    this.#begun = [];
    this.#row += 1;
    if (this.#row === this.#starts.rows[this.#next]) {
      this.#next += 1;
      this.#begin(this.#starts.wanted.has(this.#row));
    }
    if (!this.#inside) {
      this.#recent.push(row);
      if (this.#recent.length > MAX_LEAD + 1) this.#recent.shift();
      return;
    }
    this.#recent.push(row);
    this.#taken += 1;
    // What announces the next message is not written before it is known whose it is.
    if (this.#recent.length > MAX_LEAD + 1) this.#flush(1);
    if (this.#taken >= MAX_ROWS) this.#inside = false;
  }

  /** A message begins with the row that comes. */
  #begin(wanted: boolean): void {
    const lead = leadOf(this.#recent);
    const rest = this.#recent.length - lead;
    if (this.#inside) this.#flush(rest);
    else this.#recent.splice(0, rest);
    if (wanted) this.#flush(lead);
    this.#recent = [];
    this.#inside = wanted;
    this.#taken = 0;
  }

  #flush(count: number): void {
    for (const row of this.#recent.splice(0, count)) {
      this.#write(row);
      this.written += 1;
    }
  }
}

/** How many of the last rows announce what comes: up to an empty one; one that is empty may stand right in front. */
function leadOf(rows: readonly Uint8Array[]): number {
  let from = rows.length;
  if (from > 0 && isEmpty(rows[from - 1] as Uint8Array)) from -= 1;
  const last = from;
  while (from > 0 && last - from < MAX_LEAD && !isEmpty(rows[from - 1] as Uint8Array)) from -= 1;
  return rows.length - from;
}

function isEmpty(row: Uint8Array): boolean {
  return row.every((byte) => byte === LF || byte === CR || byte === 0x20);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
