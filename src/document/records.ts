import type { Evidence, ReportCall } from '../model/report.ts';
import type { RuleId } from '../model/rule-args.ts';
import type { OtherMark } from './others.ts';
import type { Confidence, Outcome, Scope, Severity, Status } from '../model/vocabulary.ts';

/** What is kept of a finding when its conversation is let go: everything but its texts. */
export interface FindingRecord {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Lowered where the source turns out to lack packets. */
  confidence: Confidence;
  readonly status: Status;
  readonly scope: Scope;
  readonly args: Readonly<Record<string, unknown>>;
  readonly evidence: readonly Evidence[];
  /** Call-ID of the call whose primary finding is the cause; '' when it is in none other. */
  readonly behind: string;
  /** What findings of one incident have in common. */
  readonly signature: string;
  /** The finding that explains this one: of the same call, of its other leg, or about an endpoint. */
  causedBy: FindingRecord | null;
  /** Set when the report is put together. */
  id: string;
}

/** Stands for a call until ids are given. */
export interface CallMark {
  id: string;
}

/** Where the INVITE of a call is found again, as long as its conversation is in memory. */
export interface InvitePlace {
  readonly conversation: number;
  readonly source: number;
  readonly frame: number;
}

/** What is kept of a conversation: its row of the report (calls only) and its findings. */
export interface ConversationRecord {
  /** First INVITE, µs; orders the calls. */
  readonly start: number;
  readonly callId: string;
  readonly row: ReportCall | null;
  /** Set for what is no call. */
  readonly other?: OtherMark;
  /** Number of a call among the attempts, and the last INVITE that its caller sent. */
  readonly attempt?: number;
  readonly invite?: InvitePlace;
  /** Calls that a finding about the capture touches; their ids are given at the end. */
  readonly calls?: readonly CallMark[];
  readonly conversations?: readonly CallMark[];
  readonly findings: readonly FindingRecord[];
  /** One of them, or the finding about an endpoint or of another leg that explains it. */
  primary: FindingRecord | null;
}

/** The calls that nothing was found about, as columns: most of them. Their rows are only made when the report lists them. */
export class CalmCalls {
  /** First INVITE, µs; with the Call-ID it decides the call's id. */
  readonly starts: number[] = [];
  readonly #conversations: number[] = [];
  readonly outcomes: Outcome[] = [];
  /** Empty when they are not listed. */
  readonly rows: ReportCall[] = [];
  /** Sparse: those that a finding about the capture may name. */
  readonly marks: CallMark[] = [];

  readonly #callIdOf: (conversation: number) => string;

  constructor(callIdOf: (conversation: number) => string) {
    this.#callIdOf = callIdOf;
  }

  callId(index: number): string {
    return this.#callIdOf(this.#conversations[index] as number);
  }

  /** Returns its index; its row, if there is one, is for the caller to add. */
  add(start: number, conversation: number, outcome: Outcome): number {
    this.starts.push(start);
    this.#conversations.push(conversation);
    return this.outcomes.push(outcome) - 1;
  }

  /** What gets the id of the call. */
  markOf(index: number): CallMark {
    return this.rows[index] ?? (this.marks[index] ??= { id: '' });
  }
}
