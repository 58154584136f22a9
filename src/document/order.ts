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
  const { starts, callIds } = calm;
  const untold = calmOrder(calm);
  let next = 0;
  for (const record of [...records].sort((a, b) => compare(a.start, a.callId, b.start, b.callId))) {
    for (; next < untold.length; next += 1) {
      const index = untold[next] as number;
      const apart = compare(starts[index], callIds[index], record.start, record.callId);
      if (apart > 0) break;
      sink.calm(index);
    }
    sink.told(record);
  }
  for (; next < untold.length; next += 1) sink.calm(untold[next] as number);
}

/** Indexes of the calm calls in order. */
function calmOrder({ starts, callIds }: CalmCalls): number[] {
  return starts
    .map((_, index) => index)
    .sort((a, b) => compare(starts[a], callIds[a], starts[b], callIds[b]));
}

function compare(
  startA: number | undefined,
  callIdA: string | undefined,
  startB: number | undefined,
  callIdB: string | undefined,
): number {
  const apart = (startA as number) - (startB as number);
  if (apart !== 0) return apart;
  return callIdA === callIdB ? 0 : (callIdA as string) < (callIdB as string) ? -1 : 1;
}
