import type { RuleId } from '../model/rule-args.ts';
import { SEVERITIES, type Severity } from '../model/vocabulary.ts';

/** The light record of one finding; the call itself may have been released from memory. */
export interface IncidentRecord {
  readonly callId: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** From `signatureOf`. */
  readonly signature: string;
  /** When the call began, µs. */
  readonly time: number;
}

/** Findings of several calls with one cause. */
export interface IncidentFold {
  readonly id: string;
  readonly rule: RuleId;
  readonly signature: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  /** In the order of their time. */
  readonly calls: readonly string[];
  /** When the first and the last of its calls began, µs; NaN without a clock. */
  readonly first: number;
  readonly last: number;
  /** Affected calls ÷ all calls. */
  readonly share: number;
  /** The first call that shows it at its worst. */
  readonly representative: string;
}

/** Folds findings by signature; worst first, then those with most calls, then by time and signature. */
export function foldIncidents(
  records: readonly IncidentRecord[],
  totalCalls: number,
): IncidentFold[] {
  const bySignature = new Map<string, IncidentRecord[]>();
  for (const record of [...records].sort(inOrder)) {
    const same = bySignature.get(record.signature);
    if (same === undefined) bySignature.set(record.signature, [record]);
    else same.push(record);
  }
  return [...bySignature.values()]
    .map((same) => fold(same, totalCalls))
    .sort(byImpact)
    .map((incident, index) => ({ ...incident, id: `i${index + 1}` }));
}

function fold(same: readonly IncidentRecord[], totalCalls: number): IncidentFold {
  const first = same[0] as IncidentRecord;
  const worst = same.reduce((a, b) => (rank(b.severity) < rank(a.severity) ? b : a));
  const calls = [...new Set(same.map(({ callId }) => callId))];
  return {
    id: '',
    rule: first.rule,
    signature: first.signature,
    severity: worst.severity,
    calls,
    first: first.time,
    last: (same.at(-1) as IncidentRecord).time,
    share: totalCalls === 0 ? 0 : calls.length / totalCalls,
    representative: worst.callId,
  };
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function inOrder(a: IncidentRecord, b: IncidentRecord): number {
  return byTime(a.time, b.time) || byText(a.callId, b.callId);
}

function byImpact(a: IncidentFold, b: IncidentFold): number {
  return (
    rank(a.severity) - rank(b.severity) ||
    b.calls.length - a.calls.length ||
    byTime(a.first, b.first) ||
    byText(a.signature, b.signature)
  );
}

/** Times without a clock (NaN) keep their place among each other and come last. */
function byTime(a: number, b: number): number {
  if (a === b) return 0;
  const order = a - b;
  return Number.isNaN(order) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : order;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
