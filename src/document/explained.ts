import { EXPLAINS } from '../diagnosis/explains.ts';
import type { RuleId } from '../model/rule-args.ts';
import type { CallMark, ConversationRecord, FindingRecord } from './records.ts';

/**
 * Lets findings about an endpoint explain what was found in the calls and conversations that they name: the 404s that a
 * scanner met have the scanner for their cause. They are known last, when the others were ranked; an earlier one
 * goes before a later one.
 */
export function explainByCapture(told: readonly ConversationRecord[]): void {
  const causes = told.filter(({ calls }) => calls !== undefined);
  if (causes.length === 0) return;
  let byMark: Map<CallMark, ConversationRecord[]> | null = null;
  for (const { calls = [], conversations = [], findings } of causes) {
    for (const cause of findings) {
      const explained = explainedBy(cause.rule);
      if (explained.size === 0) continue;
      byMark ??= marksOf(told);
      for (const mark of [...calls, ...conversations]) {
        for (const record of byMark.get(mark) ?? []) explain(record, cause, explained);
      }
    }
  }
}

function explain(
  record: ConversationRecord,
  cause: FindingRecord,
  explained: ReadonlySet<RuleId>,
): void {
  for (const finding of record.findings) {
    if (finding.causedBy === null && explained.has(finding.rule)) finding.causedBy = cause;
  }
  if (record.primary?.causedBy === cause) record.primary = cause;
}

/** What a cause explains wherever it stands; rows that compare messages are for findings of one conversation. */
function explainedBy(rule: RuleId): ReadonlySet<RuleId> {
  const rows = EXPLAINS.filter(
    ({ cause, sameMessage, sameRequest, ofCall }) =>
      cause === rule && sameMessage !== true && sameRequest !== true && ofCall !== true,
  );
  return new Set(rows.flatMap(({ explains }) => explains));
}

/** The records of calls and other conversations; one may have been recorded in parts. */
function marksOf(told: readonly ConversationRecord[]): Map<CallMark, ConversationRecord[]> {
  const byMark = new Map<CallMark, ConversationRecord[]>();
  for (const record of told) {
    const mark = record.row ?? record.other;
    if (mark === undefined) continue;
    const same = byMark.get(mark);
    if (same === undefined) byMark.set(mark, [record]);
    else same.push(record);
  }
  return byMark;
}
