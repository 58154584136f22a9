import type { Rewrite } from './dialect.ts';

/** A row that stands for itself: a header field, a line of SDP, or nothing. */
const WHOLE = /^(?:[A-Za-z][\w-]{0,40} ?: |[a-z]=|\s*$)/;
const START = /(?:^|\s)SIP\/2\.0(?: [1-6]\d\d\b.*)?\s*$/;

/**
 * For logs that cut a message into records wherever one is full: what a further record begins with goes on where the row before
 * stopped. `next` gives that beginning; null for an ordinary row, false for a record of something else.
 */
export function joinedParts(next: (row: string) => string | null | false): Rewrite {
  // The last row, which may go on in a further record. The start line is not held back: it is where the message stands.
  let held: string | null = null;
  return (row) => {
    const before = held;
    held = null;
    if (row === null) return before;
    const part = next(row);
    if (part === false) {
      held = before;
      return false;
    }
    if (part !== null && before !== null && !(WHOLE.test(part) && before.trim() !== '')) {
      held = before + part;
      return START.test(held) ? take() : null;
    }
    held = part ?? row;
    const rows = before === null ? [] : [before];
    if (START.test(held)) rows.push(take());
    return rows;
  };

  function take(): string {
    const row = held ?? '';
    held = null;
    return row;
  }
}
