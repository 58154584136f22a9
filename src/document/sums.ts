import { SUMS_UP } from '../diagnosis/explains.ts';
import { SEVERITIES } from '../model/vocabulary.ts';
import type { CallMark, ConversationRecord, FindingRecord } from './records.ts';

/** Share of the calls that must have one cause between them: a few of a storm look different. */
const SHARE = 0.8;

/**
 * Lets what was found in calls explain findings that only add these calls up: a storm of refusals is one trouble, however
 * many figures show it. Called last, when the primary finding of every call is settled.
 */
export function explainSums(told: readonly ConversationRecord[]): void {
  const sums = told.filter(({ findings }) => findings.some(({ rule }) => SUMS_UP.has(rule)));
  if (sums.length === 0) return;
  const primaries = primariesOf(told);
  for (const { calls = [], conversations = [], findings } of sums) {
    const cause = commonCause([...calls, ...conversations], primaries);
    if (cause === null) continue;
    for (const finding of findings) {
      if (SUMS_UP.has(finding.rule) && finding !== cause) finding.causedBy ??= cause;
    }
  }
}

/** The gravest of the primary findings that most of these have in common, the first of equals; null when there is none. */
function commonCause(
  marks: readonly CallMark[],
  primaries: ReadonlyMap<CallMark, FindingRecord>,
): FindingRecord | null {
  const counts = new Map<string, { worst: FindingRecord; count: number }>();
  for (const mark of marks) {
    const primary = primaries.get(mark);
    if (primary === undefined) continue;
    const same = counts.get(primary.signature);
    if (same === undefined) {
      counts.set(primary.signature, { worst: primary, count: 1 });
      continue;
    }
    same.count += 1;
    if (rank(primary) < rank(same.worst)) same.worst = primary;
  }
  for (const { worst, count } of counts.values()) {
    if (count >= SHARE * marks.length && worst.severity !== 'info') return worst;
  }
  return null;
}

function rank({ severity }: FindingRecord): number {
  return SEVERITIES.indexOf(severity);
}

function primariesOf(told: readonly ConversationRecord[]): Map<CallMark, FindingRecord> {
  const primaries = new Map<CallMark, FindingRecord>();
  for (const { row, other, primary } of told) {
    const mark = row ?? other;
    if (mark !== undefined && primary !== null) primaries.set(mark, primary);
  }
  return primaries;
}
