import type { ConversationRecord, FindingRecord } from './records.ts';

/**
 * Takes back what was said too surely of sources that turn out, when everything has been judged, to lack packets: what rests on
 * a message that was not seen is likely there, not proven (docs/architecture.md: the absence rule).
 */
export function hedge(records: readonly ConversationRecord[], lossy: ReadonlySet<number>): void {
  for (const { row, findings } of records) {
    let hedged = false;
    for (const finding of findings) {
      if (!isDoubtful(finding, lossy)) continue;
      finding.confidence = 'likely';
      hedged = true;
    }
    if (!hedged || row === null || row.confidence !== 'proven') continue;
    if (row.outcome === 'failed-timeout' && row.final === null) row.confidence = 'likely';
  }
}

function isDoubtful(
  { confidence, status, evidence }: FindingRecord,
  lossy: ReadonlySet<number>,
): boolean {
  return (
    confidence === 'proven' &&
    status === 'present' &&
    evidence.some(({ kind }) => kind === 'silence') &&
    evidence.some((one) => one.kind !== 'silence' && lossy.has(one.at.source))
  );
}
