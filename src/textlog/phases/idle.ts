import { trimmedEnd } from '../grammar.ts';
import type { Row } from '../row.ts';
import type { Assembly } from './assembly.ts';
import { isEndMark, startLineIn } from './rows.ts';

/** A row while no message is open: a start line, an envelope, or nothing. */
export function idleRow(assembly: Assembly, row: Row): void {
  const { envelopes } = assembly;
  const found = startLineIn(row);
  const hit = envelopes.inFrontOf(row.bytes, row.start, row.end, found);
  if (hit !== null) assembly.take(hit, row);
  // A start line within the envelope is only quoted there.
  const start = hit !== null && hit.end > found ? -1 : found;
  if (start >= 0 && (hit === null || hit.marked.pattern.text === undefined)) {
    assembly.begin(row, start);
    return;
  }
  if (hit !== null || trimmedEnd(row.bytes, row.start, row.end) === row.start) return;
  const { open } = envelopes;
  if (!isEndMark(row, row.start, open?.dialect.end)) assembly.passOver(row);
  // Right behind the envelope it only divides envelope and message.
  else if (open !== null && (open.age > 0 || open.messages > 0)) envelopes.open = null;
}
