/**
 * What the page is drawn from, as plain JSON in the reader's language. Everything that needs the catalog or the report is
 * said here already; the page in the browser only lays it out.
 */
import type { PageLabels } from '../../catalog/page-words.ts';
import type { Language } from '../../model/language.ts';
import type { OutcomeClass } from '../../model/outcome-class.ts';
import type { Style } from '../palette.ts';

export interface FactView {
  readonly label: string;
  readonly value: string;
}

export interface EvidenceView {
  /** `#12`, `2:L40`; empty for a silence. */
  readonly place: string;
  /** Clock time, or the time since the first row. */
  readonly when: string;
  readonly what: string;
  readonly route: string;
  readonly field?: string;
  readonly silence?: true;
  /** Row of the call's ladder that shows it. */
  readonly step?: number;
}

export interface FindingView {
  readonly rule: string;
  readonly tone: Style;
  /** `error · proven`. */
  readonly grade: string;
  readonly title: string;
  readonly why: string;
  readonly causes: readonly string[];
  readonly fix: readonly string[];
  readonly evidence: readonly EvidenceView[];
  readonly causedBy?: string;
}

export interface ScopeView {
  readonly dimension: string;
  readonly only: boolean;
  readonly affected: readonly { readonly value: string; readonly count: string }[];
  readonly unaffected: readonly { readonly value: string; readonly count: string }[];
}

export interface ChartView {
  /** Seconds since 1970 of the first bar, and from one to the next. */
  readonly start: number;
  readonly step: number;
  readonly attempts: readonly number[];
  readonly affected: readonly number[];
}

export interface TwinView {
  readonly id: string;
  /** Which call it is, when it was, and whether anything differs. */
  readonly text: string;
  readonly differences: readonly {
    readonly name: string;
    readonly failed: string | null;
    readonly worked: string | null;
  }[];
  readonly more: number;
}

export interface ProblemView {
  /** `i1` of an incident; empty for what is told once. */
  readonly id: string;
  readonly finding: FindingView;
  /** How often, which share, when: one short sentence each. */
  readonly facts: readonly string[];
  readonly calls: number;
  /** `9 calls`. */
  readonly callsText: string;
  /** Call that shows it, if one of those with messages does. */
  readonly example: string | null;
  readonly exampleLine: string;
  readonly scope: readonly ScopeView[];
  readonly chart: ChartView | null;
  readonly twin: TwinView | null;
  readonly also: readonly string[];
  /** What a ticket says beside the finding. */
  readonly ticket: readonly { readonly label: string; readonly values: readonly string[] }[];
}

export interface StepView {
  readonly place: string;
  /** File and packet or line, in full. */
  readonly source: string;
  readonly clock: string;
  /** Time since the first message, empty for the first. */
  readonly since: string;
  /** Lanes, -1 for none. */
  readonly from: number;
  readonly to: number;
  readonly route: string;
  readonly name: string;
  /** ` SDP ×4`: what stands behind the name. */
  readonly marks: string;
  readonly tone: Style;
  readonly notes: readonly string[];
  readonly text?: readonly string[];
  /** Header fields that evidence names here. */
  readonly fields: readonly string[];
}

export interface LadderView {
  readonly lanes: readonly { readonly name: string; readonly own: string }[];
  readonly hidden: string;
  /** Steps, and silences as a text. */
  readonly rows: readonly (StepView | string)[];
}

export interface CallView {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly start: string | null;
  readonly tone: OutcomeClass;
  readonly facts: readonly FactView[];
  readonly callIds: readonly string[];
  readonly findings: readonly FindingView[];
  readonly ladder: LadderView;
}

export interface SourceView {
  readonly path: string;
  readonly facts: string;
  readonly assumed: string;
  readonly unread: readonly string[];
  readonly limits: readonly {
    readonly title: string;
    readonly more: string;
    readonly tone: Style;
  }[];
}

export interface CodeView {
  readonly code: string;
  readonly phrase: string;
  readonly count: string;
  readonly label: string;
  readonly meaning: string;
  readonly when: string;
  readonly causes: readonly string[];
  readonly fix: readonly FactView[];
  readonly reference: string;
}

/**
 * One call of the list: id, from, to, start (ms since `origin`), outcome, code (0 for none), PDD and talk (ms), rule and problem
 * (-1 for none), Call-ID.
 */
export type CallRow = readonly [
  id: string,
  from: string,
  to: string,
  start: number | null,
  outcome: number,
  code: number,
  pddMs: number | null,
  talkMs: number | null,
  rule: number,
  problem: number,
  callId: string,
];

export interface OutcomeView {
  readonly id: string;
  readonly label: string;
  readonly tone: OutcomeClass;
  readonly count: number;
  readonly countText: string;
  readonly share: string;
}

export interface PageData {
  readonly language: Language;
  readonly tool: string;
  readonly verdict: string;
  readonly tone: Style;
  readonly period: string;
  readonly facts: readonly FactView[];
  readonly outcomes: readonly OutcomeView[];
  readonly othersLine: readonly string[];
  /** What this page leaves out, and how that was decided. */
  readonly notes: readonly string[];
  readonly problems: readonly ProblemView[];
  readonly moreProblems: string;
  readonly noted: readonly FactView[];
  readonly sources: readonly SourceView[];
  readonly sourceNote: string;
  readonly figures: readonly {
    readonly name: string;
    readonly value: string;
    readonly meaning: string;
  }[];
  readonly figureNotes: readonly string[];
  readonly codes: readonly CodeView[];
  readonly others: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly columns: Readonly<
    Record<'time' | 'from' | 'to' | 'outcome' | 'code' | 'pdd' | 'talk' | 'rule', string>
  >;
  readonly rules: readonly { readonly id: string; readonly tone: Style }[];
  /** Outcomes of the rows, by number. */
  readonly rowOutcomes: readonly OutcomeView[];
  readonly callCount: number;
  /** ms since 1970. */
  readonly origin: number;
  readonly labels: PageLabels;
}
