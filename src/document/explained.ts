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
  explainAddresses(causes.flatMap(({ findings }) => findings));
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

/** What one stranger is and what it does is told once: its guesses follow from its being a scanner. */
function explainAddresses(findings: readonly FindingRecord[]): void {
  const byAddress = new Map<unknown, FindingRecord[]>();
  for (const finding of findings) {
    const { address = '' } = finding.args;
    if (address === '' || finding.scope !== 'endpoint') continue;
    const same = byAddress.get(address);
    if (same === undefined) byAddress.set(address, [finding]);
    else same.push(finding);
  }
  for (const same of byAddress.values()) {
    for (const cause of same) {
      const explained = explainedBy(cause.rule);
      for (const finding of same) {
        if (explained.has(finding.rule) && isOfOneUser(cause, finding)) finding.causedBy ??= cause;
      }
    }
  }
}

/** Where both name a user, it is the same one. */
function isOfOneUser(cause: FindingRecord, { args }: FindingRecord): boolean {
  const { username } = cause.args;
  return username === undefined || args['username'] === undefined || args['username'] === username;
}

/**
 * Lets the primary finding of one call explain what is known to follow from it in another: a B2BUA that passes the refusal of
 * its far leg on, a transfer whose new call failed. Call-IDs that stand for several calls explain nothing.
 */
export function explainByLegs(told: readonly ConversationRecord[]): void {
  const waiting = told.filter(({ findings }) => findings.some(({ behind }) => behind !== ''));
  if (waiting.length === 0) return;
  const wanted = new Set(waiting.flatMap(({ findings }) => findings.map(({ behind }) => behind)));
  const byCallId = new Map<string, ConversationRecord | null>();
  for (const record of told) {
    if (record.row === null || !wanted.has(record.callId)) continue;
    byCallId.set(record.callId, byCallId.has(record.callId) ? null : record);
  }
  for (const record of waiting) {
    for (const finding of record.findings) {
      const cause = rootOf(finding, byCallId);
      if (finding.causedBy !== null || cause === null || cause === finding) continue;
      finding.causedBy = cause;
      if (record.primary === finding) record.primary = cause;
    }
  }
}

/** Legs that one refusal came through at most. */
const MAX_LEGS = 8;

/** Follows a finding from leg to leg to the one that lies behind them all; null when that is not known. */
function rootOf(
  { behind }: FindingRecord,
  byCallId: ReadonlyMap<string, ConversationRecord | null>,
): FindingRecord | null {
  let root: FindingRecord | null = null;
  let next = behind;
  for (let legs = 0; next !== '' && legs < MAX_LEGS; legs += 1) {
    const primary = byCallId.get(next)?.primary ?? null;
    if (primary === null || primary.status !== 'present' || primary === root) break;
    root = primary;
    next = primary.behind;
  }
  return root;
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
