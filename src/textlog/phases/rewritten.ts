import { latin1 } from '../../sip/bytes.ts';
import type { Row } from '../row.ts';
import { rowOf } from '../unwrapping.ts';
import type { Assembly } from './assembly.ts';
import { isEndMark } from './rows.ts';

/** A row of a block that its dialect prints in another form: the dialect says which rows of the message it holds. */
export function rewrittenRow(assembly: Assembly, row: Row): void {
  const { envelopes } = assembly;
  const { open } = envelopes;
  const hit = envelopes.read(row.bytes, row.start, row.end);
  // What a row of anything may look like does not end a whole series.
  const isWeak = hit?.marked.pattern.weak === true && open?.dialect.session === true;
  if (hit !== null && !isWeak) {
    if (hit.marked.pattern.adds !== true) endRewriting(assembly);
    assembly.take(hit, row);
    return;
  }
  if (open === null) return;
  if (isEndMark(row, row.start, open.dialect.end)) {
    endRewriting(assembly);
    return;
  }
  const texts = open.rewrite?.(latin1(row.bytes, row.start, row.end)) ?? null;
  if (texts === false) {
    endRewriting(assembly);
    assembly.plain(row);
  } else rows(assembly, texts, row);
}

/** The block is over: its dialect hands over what it still has. */
export function endRewriting(assembly: Assembly): void {
  const { open } = assembly.envelopes;
  if (open === null) return;
  const texts = open.rewrite?.(null) ?? null;
  if (texts !== false) rows(assembly, texts, open.row);
  if (assembly.draft !== null) assembly.close(assembly.draft);
  assembly.envelopes.open = null;
}

function rows(assembly: Assembly, texts: string | readonly string[] | null, row: Row): void {
  if (texts === null) return;
  for (const one of typeof texts === 'string' ? [texts] : texts) assembly.plain(rowOf(one, row));
}
