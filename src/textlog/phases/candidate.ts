import type { Draft } from '../draft.ts';
import { fieldOf } from '../fields.ts';
import { headerAt, HeaderKind, trimmedEnd } from '../grammar.ts';
import { OTHER_THREAD } from '../prefix.ts';
import type { Row } from '../row.ts';
import type { Assembly } from './assembly.ts';
import { endsMessage, isFold, startLineIn } from './rows.ts';

/** Rows of a candidate that has not got enough headers. */
const MAX_CANDIDATE = 64;

/** A row behind a start line that is not believed yet. */
export function candidateRow(assembly: Assembly, draft: Draft, row: Row): void {
  const { bytes, end } = row;
  const at = draft.prefix.contentAt(bytes, row.start, end);
  if (at === OTHER_THREAD) {
    assembly.elsewhere(draft, row);
    return;
  }
  if (at < 0 || draft.rows > MAX_CANDIDATE) {
    assembly.reject(draft, row);
    return;
  }
  const tail = trimmedEnd(bytes, at, end);
  if (tail === at || isSuffixAlone(draft, bytes, at, tail)) {
    blankRow(assembly, draft, row);
    return;
  }
  const kind = headerAt(bytes, at, tail);
  // A field that SIP knows may quote a start line.
  if (kind < HeaderKind.Known && startLineIn(row) >= 0) {
    assembly.reject(draft, row);
    return;
  }
  if (kind === HeaderKind.None) {
    const folded = isFold(bytes, at, row.start, draft);
    if (folded || (draft.known > 0 && !endsMessage(assembly, draft, row, at))) {
      if (folded) draft.add(bytes, at, end, row.cr);
      else draft.join(bytes, at, end);
    } else assembly.reject(draft, row);
    return;
  }
  // Rows are doubled when an empty one stands behind each of them, not only behind the start line.
  if (draft.doubled && !draft.skippedBlank && draft.envelope === null) {
    assembly.reject(draft, row);
    return;
  }
  if (draft.skippedBlank) draft.doubled = true;
  draft.skippedBlank = false;
  draft.add(bytes, at, end, row.cr);
  draft.lastLine = row.line;
  fieldOf(draft, bytes, at, end);
  if (kind >= HeaderKind.Known) draft.known += 1;
  if (kind === HeaderKind.Own) draft.own = true;
  // What an envelope vouches for needs less evidence.
  if (draft.envelope === null ? draft.known > 1 && draft.own : draft.known > 0) {
    assembly.accept(draft);
  }
}

/** An empty row: the log doubles its line ends, or the header was short. */
function blankRow(assembly: Assembly, draft: Draft, row: Row): void {
  const first = draft.rows === 1 || draft.doubled;
  if (first && !draft.skippedBlank) draft.skippedBlank = true;
  else if (isVouched(draft)) {
    assembly.accept(draft);
    assembly.endHeaders(draft);
  } else assembly.reject(draft, row);
}

/** An envelope announced it, and there is a field that SIP knows or the log held the message's own bytes. */
function isVouched({ envelope, known }: Draft): boolean {
  return envelope !== null && (known > 0 || envelope.rewrite !== null);
}

/** The row holds nothing but what all rows before end with. */
function isSuffixAlone(draft: Draft, bytes: Uint8Array, at: number, end: number): boolean {
  const last = draft.end;
  if (end === at + 1) return bytes[at] === 46 && draft.bytes[last - 3] === 46;
  return end === at + 2 && bytes[at] === 94 && bytes[at + 1] === 77 && draft.bytes[last - 4] === 94;
}
