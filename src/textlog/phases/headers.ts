import type { Draft } from '../draft.ts';
import { fieldOf } from '../fields.ts';
import { beginsBody, headerAt, HeaderKind, trimmedEnd } from '../grammar.ts';
import { OTHER_THREAD } from '../prefix.ts';
import type { Row } from '../row.ts';
import { withoutSuffix } from '../suffix.ts';
import type { Assembly } from './assembly.ts';
import { endsMessage, isFold, startLineIn } from './rows.ts';

/** A row among the header fields of a message. */
export function headerRow(assembly: Assembly, draft: Draft, row: Row): void {
  const { bytes } = row;
  const at = draft.prefix.contentAt(bytes, row.start, row.end);
  if (at === OTHER_THREAD) {
    assembly.elsewhere(draft, row);
    return;
  }
  if (at < 0) {
    oddRow(assembly, draft, row, row.start, true);
    return;
  }
  const end = withoutSuffix(draft, bytes, at, row.end);
  const tail = trimmedEnd(bytes, at, end);
  if (tail === at) {
    if (draft.doubled && !draft.skippedBlank) draft.skippedBlank = true;
    else assembly.endHeaders(draft);
    return;
  }
  draft.skippedBlank = false;
  const kind = headerAt(bytes, at, tail);
  // A field that SIP knows may quote a start line.
  if (kind < HeaderKind.Known && startLineIn(row) >= 0) {
    assembly.suspend(draft, row);
    return;
  }
  if (kind === HeaderKind.None && !isFold(bytes, at, row.start, draft)) {
    oddRow(assembly, draft, row, at, false);
    return;
  }
  assembly.odd.join(draft, (one) => assembly.noise(one));
  draft.add(bytes, at, end, row.cr);
  draft.lastLine = row.line;
  if (kind !== HeaderKind.None) fieldOf(draft, bytes, at, end);
  if (draft.overflow) assembly.close(draft);
}

/** A row among the headers that is none: the end, the body of a log that lost its empty lines, or torn text. */
function oddRow(assembly: Assembly, draft: Draft, row: Row, at: number, foreign: boolean): void {
  if (endsMessage(assembly, draft, row, at)) {
    assembly.close(draft);
    assembly.plain(row);
    return;
  }
  if (!foreign && draft.hasContentType && beginsBody(row.bytes, at, row.end)) {
    assembly.endHeaders(draft);
    if (assembly.draft === draft) assembly.plain(row);
    return;
  }
  if (assembly.odd.full) {
    assembly.close(draft);
    assembly.plain(row);
    return;
  }
  assembly.odd.keep(row, at, foreign);
}
