import type { Report, ReportCall, ReportConversation, ReportFinding } from './report.ts';
import type { WATCH_SCHEMA_ID } from './schema-ids.ts';

/** What is told about one call (or other conversation) while it goes on: its main finding, once, and then what becomes of it. */
export interface WatchEvent {
  readonly schema: typeof WATCH_SCHEMA_ID;
  readonly event: 'finding' | 'update';
  /** The same in the updates of a finding; also stands for the call in `finding.calls`. */
  readonly id: string;
  /** How far the source had gone on, ISO 8601; null where it has no clock. */
  readonly at: string | null;
  /** The outcome is still awaited. */
  readonly pending: boolean;
  readonly call?: ReportCall;
  readonly conversation?: ReportConversation;
  /** What is found now; null in an update when the finding no longer holds. */
  readonly finding: ReportFinding | null;
  /** In an update: the rule that was told before, when it is another one now, or none. */
  readonly before?: string;
  /** What else is found. */
  readonly also: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly title: string;
  }[];
  /** Paths of the sources that the evidence names by their places in this list. */
  readonly sources: readonly string[];
}

/** An event, and a report with what a page about it is drawn from. */
export interface Told {
  readonly event: WatchEvent;
  readonly report: Report;
}
