import type { CalmCalls, ConversationRecord } from './records.ts';

/** Takes what there is to tell, in order: conversations with findings, and the calm calls by their index. */
export interface InOrder {
  told(record: ConversationRecord): void;
  calm(index: number): void;
}

/** Every conversation by time, then by Call-ID: the same order whatever order they were judged in. */
export function inOrder(
  records: readonly ConversationRecord[],
  calm: CalmCalls,
  sink: InOrder,
): void {
  const untold = calmOrder(calm);
  let next = 0;
  for (const record of [...records].sort(compareRecords)) {
    for (; next < untold.length; next += 1) {
      const index = untold[next] as number;
      const apart = (calm.starts[index] as number) - record.start;
      if (apart > 0 || (apart === 0 && calm.callId(index) > record.callId)) break;
      sink.calm(index);
    }
    sink.told(record);
  }
  for (; next < untold.length; next += 1) sink.calm(untold[next] as number);
}

function compareRecords(a: ConversationRecord, b: ConversationRecord): number {
  return (
    a.start - b.start ||
    compareTexts(a.callId, b.callId) ||
    compareTexts(a.findings[0]?.signature ?? '', b.findings[0]?.signature ?? '')
  );
}

/** Ids as they were given: c2 before c10. */
export function inOrderOfIds(marks: readonly { readonly id: string }[]): string[] {
  return marks.map(({ id }) => id).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

/** Indexes of the calm calls in order. */
function calmOrder(calm: CalmCalls): number[] {
  const { starts } = calm;
  return starts
    .map((_, index) => index)
    .sort((a, b) => {
      const apart = (starts[a] as number) - (starts[b] as number);
      return apart === 0 ? compareTexts(calm.callId(a), calm.callId(b)) : apart;
    });
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
