import { latin1, SP, TAB } from '../../sip/bytes.ts';
import type { Draft } from '../draft.ts';
import { startLineAt, trimmedEnd } from '../grammar.ts';
import type { Row } from '../row.ts';
import type { Assembly } from './assembly.ts';

/** How much of a row is looked at for an end mark, in bytes. */
const MAX_END_MARK = 200;

/** Index of the start line that ends this row, or -1. */
export function startLineIn({ bytes, start, end, version }: Row): number {
  return version < start ? -1 : startLineAt(bytes, start, end, version);
}

/** A continuation line (RFC 3261 §7.3.1): blanks, where the message's rows are not indented anyway. */
export function isFold(bytes: Uint8Array, at: number, rowStart: number, draft: Draft): boolean {
  const byte = bytes[at];
  return (byte === SP || byte === TAB) && draft.rows > 1 && at >= rowStart;
}

/** Whether [at, end) of the row is a dialect's end mark. */
export function isEndMark({ bytes, end }: Row, at: number, mark: RegExp | undefined): boolean {
  if (mark === undefined) return false;
  const tail = Math.min(trimmedEnd(bytes, at, end), at + MAX_END_MARK);
  return mark.test(latin1(bytes, at, tail).trimStart());
}

/** Whether the row ends a message's rows without an empty one. */
export function endsMessage(assembly: Assembly, draft: Draft, row: Row, at: number): boolean {
  if (isEndMark(row, at, draft.envelope?.dialect.end)) return true;
  return assembly.envelopes.read(row.bytes, row.start, row.end) !== null;
}
