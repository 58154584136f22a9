import type { Evidence, ReportCall } from '../model/report.ts';
import type { RuleId } from '../model/rule-args.ts';
import type { Confidence, Scope, Severity, Status } from '../model/vocabulary.ts';

/** What is kept of a finding when its conversation is let go: everything but its texts. */
export interface FindingRecord {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly status: Status;
  readonly scope: Scope;
  readonly args: Readonly<Record<string, unknown>>;
  readonly evidence: readonly Evidence[];
  /** What findings of one incident have in common. */
  readonly signature: string;
  /** The finding of the same call that explains this one. */
  causedBy: FindingRecord | null;
  /** Set when the report is put together. */
  id: string;
}

/** What is kept of a conversation: its row of the report (calls only) and its findings. */
export interface ConversationRecord {
  /** First INVITE, µs; orders the calls. */
  readonly start: number;
  readonly callId: string;
  readonly row: ReportCall | null;
  /** Calls that a finding about the capture touches; their ids are given at the end. */
  readonly calls?: readonly { readonly id: string }[];
  readonly findings: readonly FindingRecord[];
  readonly primary: FindingRecord | null;
}

/** The calls that nothing was found about: most of them, so each is its row and nothing else. */
export class PlainCalls {
  readonly rows: ReportCall[] = [];
  /** First INVITE of each row, µs. */
  readonly starts: number[] = [];

  add(row: ReportCall, start: number): void {
    this.rows.push(row);
    this.starts.push(start);
  }
}
