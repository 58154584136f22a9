import type { ConversationRecord, PlainCalls } from './records.ts';

/** Every conversation by time, then by Call-ID: the same order whatever order they were judged in. */
export function* inOrder(
  records: readonly ConversationRecord[],
  plain: PlainCalls,
): Iterable<ConversationRecord> {
  const told = [...records].sort(compare);
  const untold = plainOrder(plain);
  let next = 0;
  for (const record of told) {
    for (; next < untold.length; next += 1) {
      const other = plainRecord(plain, untold[next] as number);
      if (compare(other, record) > 0) break;
      yield other;
    }
    yield record;
  }
  for (; next < untold.length; next += 1) yield plainRecord(plain, untold[next] as number);
}

function compare(a: ConversationRecord, b: ConversationRecord): number {
  return a.start - b.start || (a.callId < b.callId ? -1 : a.callId > b.callId ? 1 : 0);
}

/** Indexes of the plain calls in order. */
function plainOrder({ rows, starts }: PlainCalls): number[] {
  const callId = (index: number): string => rows[index]?.callIds[0] ?? '';
  return starts
    .map((_, index) => index)
    .sort((a, b) => {
      const apart = (starts[a] as number) - (starts[b] as number);
      return apart || (callId(a) < callId(b) ? -1 : callId(a) > callId(b) ? 1 : 0);
    });
}

const NO_FINDINGS: ConversationRecord['findings'] = [];

function plainRecord({ rows, starts }: PlainCalls, index: number): ConversationRecord {
  const row = rows[index] as NonNullable<ConversationRecord['row']>;
  return {
    start: starts[index] as number,
    callId: row.callIds[0] ?? '',
    row,
    findings: NO_FINDINGS,
    primary: null,
  };
}
