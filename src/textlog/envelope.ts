import { latin1 } from '../sip/bytes.ts';
import type { Dialect, Facts, Rewrite } from './dialect.ts';
import { isMarked, type MarkedPattern, type MarkTable } from './marks.ts';
import type { Frames } from './rewriting/frame.ts';
import { NO_ROW, type Row } from './row.ts';

/** Longest row that is looked at for an envelope, in bytes. */
const MAX_ROW = 4096;
/** Rows between an envelope and its message that are tolerated. */
const GAP = 4;

/** The envelope that waits for its message, or that a message came with. */
export interface Envelope {
  readonly dialect: Dialect;
  readonly facts: Facts;
  /** Text in front of it in its row: a log's own prefix, where the time stands. */
  before: string;
  readonly rewrite: Rewrite | null;
  /** Its row, without the content: where a message is said to be that was printed in another form. */
  readonly row: Row;
  /** Rows since that are neither empty nor part of a message. */
  age: number;
  messages: number;
}

/** A pattern that a row was read with. */
export interface Hit {
  readonly marked: MarkedPattern;
  readonly facts: Facts;
  readonly match: RegExpExecArray;
  /** Index of the match in the row's bytes, and where it ends. */
  readonly at: number;
  readonly end: number;
}

/** Looks at rows that no message claims; keeps the envelope that is open. */
export class Envelopes {
  open: Envelope | null = null;
  readonly #marks: MarkTable;
  readonly #frames: Frames;
  /** The pattern that announced the message before: likely that of the next. */
  #last: MarkedPattern | null = null;

  constructor(marks: MarkTable, frames: Frames) {
    this.#marks = marks;
    this.#frames = frames;
  }

  /** Whether the open envelope's message is still to come: only then can it be completed. */
  get #waits(): boolean {
    return this.open !== null && this.open.messages === 0;
  }

  /** The first pattern that reads this row; dialect by dialect as their marks come. */
  read(bytes: Uint8Array, start: number, end: number): Hit | null {
    const preferred = this.open?.dialect;
    const last = this.#last;
    if (last !== null && last.dialect === preferred && isMarked(last, bytes, start, end)) {
      const hit = tryPattern(last, rowText(bytes, start, end), start);
      if (hit !== null) return hit;
    }
    const candidates = this.#marks.find(bytes, start, end);
    if (candidates.length === 0) return null;
    const row = rowText(bytes, start, end);
    if (preferred !== undefined && candidates.length > 1) {
      for (const marked of candidates) {
        if (marked.dialect !== preferred || marked.pattern.behind !== undefined) continue;
        if (marked.pattern.adds === true && !this.#waits) continue;
        const hit = tryPattern(marked, row, start);
        if (hit !== null) return hit;
      }
    }
    for (const marked of candidates) {
      const { adds } = marked.pattern;
      if (adds === true && (marked.dialect !== preferred || !this.#waits)) continue;
      const { behind } = marked.pattern;
      if (behind !== undefined && !behind.includes(preferred?.id ?? '')) continue;
      const hit = tryPattern(marked, row, start);
      if (hit !== null) return hit;
    }
    return null;
  }

  /** The envelope in front of the start line at `at` (-1: there is none), or one that holds it. */
  inFrontOf(bytes: Uint8Array, start: number, end: number, at: number): Hit | null {
    const whole = this.read(bytes, start, end);
    return at < 0 || (whole !== null && whole.end > at) ? whole : this.read(bytes, start, at);
  }

  /** Opens or completes an envelope. */
  take({ marked, facts, match }: Hit, from: Row): void {
    const { dialect, pattern } = marked;
    let before = match.input.slice(0, match.index);
    const { open } = this;
    if (pattern.adds === true && open !== null && open.dialect === dialect) {
      Object.assign(open.facts, facts);
      open.age = 0;
      return;
    }
    if (pattern.adds === true) return;
    if (pattern.behind !== undefined && open !== null) {
      Object.assign(facts, { ...open.facts, ...facts });
      ({ before } = open);
    }
    let rewrite: Rewrite | null = null;
    let row = NO_ROW;
    if (dialect.rewrite !== undefined && pattern.text === undefined) {
      const { bytes, start, end, line, offset, stamp } = from;
      this.#frames.at = { line, offset };
      rewrite = dialect.rewrite(match, facts, latin1(bytes, start, end), this.#frames);
      row = { ...NO_ROW, line, offset, stamp };
    }
    this.#last = pattern.behind === undefined ? marked : null;
    this.open = { dialect, facts, before, rewrite, row, age: 0, messages: 0 };
  }

  /** A row went by that is neither a message's nor an envelope. */
  passOver(): void {
    const { open } = this;
    if (open === null) return;
    if (open.dialect.session === true) return;
    open.age += 1;
    if (open.messages > 0 || open.age > (open.dialect.gap ?? GAP)) this.open = null;
  }
}

function rowText(bytes: Uint8Array, start: number, end: number): string {
  return latin1(bytes, start, Math.min(end, start + MAX_ROW));
}

/** The groups that took part in the match. */
function present(match: RegExpExecArray, names: readonly string[] | null): Facts {
  const facts: Record<string, string> = {};
  if (names === null) {
    const { groups } = match;
    for (const name in groups) if (groups[name] !== undefined) facts[name] = groups[name];
    return facts;
  }
  for (let index = 0; index < names.length; index += 1) {
    const value = match[index + 1];
    if (value !== undefined) facts[names[index] as string] = value;
  }
  return facts;
}

function tryPattern(marked: MarkedPattern, row: string, start: number): Hit | null {
  const { row: expression, names } = marked.numbered;
  const match = expression.exec(row);
  if (match === null) return null;
  const { read } = marked.pattern;
  const groups = present(match, names);
  const facts = read === undefined ? groups : read(groups, match);
  if (facts === null) return null;
  const at = start + match.index;
  return { marked, facts, match, at, end: at + match[0].length };
}
