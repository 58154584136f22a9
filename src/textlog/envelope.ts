import { latin1 } from '../sip/bytes.ts';
import type { Dialect, Facts, Rewrite } from './dialect.ts';
import type { MarkedPattern, MarkTable } from './marks.ts';

/** Longest row that is looked at for an envelope, in bytes. */
const MAX_ROW = 4096;
/** Rows between an envelope and its message that are tolerated. */
const GAP = 4;

/** The envelope that waits for its message, or that a message came with. */
export interface Envelope {
  readonly dialect: Dialect;
  facts: Facts;
  /** Text in front of it in its row: a log's own prefix, where the time stands. */
  before: string;
  readonly rewrite: Rewrite | null;
  /** Rows since that are neither empty nor part of a message. */
  age: number;
  messages: number;
}

/** A pattern that a row was read with. */
export interface Hit {
  readonly marked: MarkedPattern;
  readonly facts: Facts;
  readonly match: RegExpExecArray;
  /** Index of the match in the row's bytes. */
  readonly at: number;
}

/** Looks at rows that no message claims; keeps the envelope that is open. */
export class Envelopes {
  open: Envelope | null = null;
  readonly #marks: MarkTable;

  constructor(marks: MarkTable) {
    this.#marks = marks;
  }

  /** The first pattern that reads this row; dialect by dialect as their marks come. */
  read(bytes: Uint8Array, start: number, end: number): Hit | null {
    const candidates = this.#marks.find(bytes, start, end);
    if (candidates.length === 0) return null;
    const row = latin1(bytes, start, Math.min(end, start + MAX_ROW));
    const preferred = this.open?.dialect;
    if (preferred !== undefined && candidates.length > 1) {
      for (const marked of candidates) {
        if (marked.dialect !== preferred) continue;
        const hit = tryPattern(marked, row, start);
        if (hit !== null) return hit;
      }
    }
    for (const marked of candidates) {
      if (marked.pattern.adds === true && marked.dialect !== preferred) continue;
      const hit = tryPattern(marked, row, start);
      if (hit !== null) return hit;
    }
    return null;
  }

  /** Opens or completes an envelope. */
  take({ marked: { dialect, pattern }, facts, match }: Hit): void {
    const before = match.input.slice(0, match.index);
    const { open } = this;
    if (pattern.adds === true && open !== null && open.dialect === dialect) {
      open.facts = { ...open.facts, ...facts };
      open.age = 0;
      return;
    }
    if (pattern.adds === true) return;
    const rewrite = dialect.rewrite?.() ?? null;
    this.open = { dialect, facts, before, rewrite, age: 0, messages: 0 };
  }

  /** A row went by that is neither a message's nor an envelope. */
  passOver(): void {
    const { open } = this;
    if (open === null) return;
    open.age += 1;
    if (open.messages > 0 || open.age > (open.dialect.gap ?? GAP)) this.open = null;
  }
}

/** The groups that took part in the match. */
function present(groups: Record<string, string | undefined> | undefined): Facts {
  const facts: Record<string, string> = {};
  for (const name in groups) {
    const value = groups[name];
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}

function tryPattern(marked: MarkedPattern, row: string, start: number): Hit | null {
  const match = marked.pattern.row.exec(row);
  if (match === null) return null;
  const { read } = marked.pattern;
  const groups = present(match.groups);
  const facts = read === undefined ? groups : read(groups, match);
  return facts === null ? null : { marked, facts, match, at: start + match.index };
}
