import type { Draft } from '../draft.ts';
import { isSdpLine, trimmedEnd } from '../grammar.ts';
import { OTHER_THREAD } from '../prefix.ts';
import type { Row } from '../row.ts';
import { withoutSuffix } from '../suffix.ts';
import type { Assembly } from './assembly.ts';
import { endsMessage, isEndMark, startLineIn } from './rows.ts';

/** Rows of a body whose length nobody told. */
const MAX_BODY_ROWS = 4000;

/** A row of a message's body, or behind it. */
export function bodyRow(assembly: Assembly, draft: Draft, row: Row): void {
  const { bytes } = row;
  const at = draft.prefix.contentAt(bytes, row.start, row.end);
  if (at === OTHER_THREAD) {
    assembly.elsewhere(draft, row);
    return;
  }
  if (at < 0) {
    foreignRow(assembly, draft, row);
    return;
  }
  const end = withoutSuffix(draft, bytes, at, row.end);
  const tail = trimmedEnd(bytes, at, end);
  const left = draft.contentLength < 0 ? Infinity : draft.contentLength - draft.bodyLength;
  const fits = end - at === left || end - at + 2 === left;
  if (!fits && !draft.carriesSip && startLineIn(row) >= 0) {
    assembly.suspend(draft, row);
    return;
  }
  // An empty row is none, though it may look like an envelope that is only a prefix.
  const hit =
    tail === at || (fits && end - at < 8)
      ? null
      : assembly.envelopes.read(bytes, row.start, row.end);
  if (hit !== null) {
    const glued = hit.marked.pattern.glued === true;
    if (glued && hit.at > at) draft.addRaw(bytes, at, hit.at);
    assembly.close(draft);
    assembly.plain(glued ? { ...row, start: hit.at } : row);
    return;
  }
  if (tail === at) blankRow(assembly, draft, row);
  else if (isEndMark(row, at, draft.envelope?.dialect.end)) {
    assembly.close(draft);
    assembly.envelopes.open = null;
  } else if (draft.isSdp && !isSdpLine(bytes, at, tail)) {
    assembly.close(draft);
    assembly.plain(row);
  } else add(assembly, draft, row, at, end, left);
}

function add(
  assembly: Assembly,
  draft: Draft,
  row: Row,
  at: number,
  end: number,
  left: number,
): void {
  draft.skippedBlank = false;
  assembly.odd.clear();
  if (end - at >= left) {
    draft.addRaw(row.bytes, at, at + left);
    assembly.close(draft);
    if (end - at > left) assembly.plain({ ...row, start: at + left });
    return;
  }
  draft.add(row.bytes, at, end, row.cr);
  const isOver =
    draft.contentLength < 0 ? draft.rows > MAX_BODY_ROWS : draft.bodyLength >= draft.contentLength;
  if (isOver || draft.overflow) assembly.close(draft);
}

function blankRow(assembly: Assembly, draft: Draft, row: Row): void {
  if (draft.doubled && !draft.skippedBlank) {
    draft.skippedBlank = true;
    return;
  }
  draft.skippedBlank = false;
  const left = draft.contentLength < 0 ? 0 : draft.contentLength - draft.bodyLength;
  // SDP has no empty lines; of a body of unknown length the first one is the end.
  if (left <= 0 || (draft.isSdp && draft.bodyLength > 0)) assembly.close(draft);
  else if (!draft.isSdp) add(assembly, draft, row, row.end, row.end, left);
}

/** A row without the prefix that the message's rows have: another thread's, unless there is no end to them. */
function foreignRow(assembly: Assembly, draft: Draft, row: Row): void {
  const ends = endsMessage(assembly, draft, row, row.start) || startLineIn(row) >= 0;
  if (ends || assembly.odd.full) {
    assembly.close(draft);
    assembly.plain(row);
    return;
  }
  assembly.odd.pass();
  assembly.noise(row);
}
