import type { DeclineArgs } from '../model/rule-args.ts';
import type { Language } from '../model/language.ts';
import type { IncidentDimension, OtherKind } from '../model/vocabulary.ts';
import { EN_REPORT_WORDS } from './en/report-words.ts';
import { VI_REPORT_WORDS } from './vi/report-words.ts';

/** A phrase around a count: `count` decides between one and many, `text` is the number as it is shown. */
export type Counted = (count: number, text: string) => string;

/** The figures of `siptriage kpis`, in its order. */
export const KPI_METRICS = [
  'asr',
  'ner',
  'ser',
  'serStrict',
  'seer',
  'seerUser',
  'isa',
  'scr',
  'short',
  'acd',
  'pdd',
  'srdAnswered',
  'srdFailed',
  'sdd',
  'sdt',
  'ira',
  'rrd',
] as const;
export type KpiMetric = (typeof KPI_METRICS)[number];
export type KpiDimension = 'peer' | 'trunk' | 'agent' | 'prefix' | 'time';

/** What is told about an incident as a whole. */
export interface IncidentWords {
  /** Of the calls that began between its first and its last one. */
  readonly window: (affected: string, attempts: string) => string;
  /** The same for what is no call; `attempts` says what it is. */
  readonly windowOf: (affected: string, attempts: string) => string;
  /** All affected calls are such, and all of what is no call; the values as `sharing` says them. */
  readonly only: (values: string) => string;
  readonly onlyOther: (values: string) => string;
  readonly sharing: Readonly<
    Record<Exclude<IncidentDimension, 'code'>, (values: string) => string>
  >;
  /** Every value of the dimension is hit. */
  readonly every: Readonly<Record<Exclude<IncidentDimension, 'code'>, string>>;
  /** Heading of the call that worked. */
  readonly twin: string;
  readonly twinSame: (call: string) => string;
  readonly twinDiffers: (call: string) => string;
  readonly here: string;
  readonly there: string;
  readonly nothing: string;
  readonly moreDifferences: Counted;
}

/** Headings and connecting words of the triage report, the call list and the ladder. */
export interface ReportWords {
  readonly read: string;
  readonly calls: string;
  readonly problems: string;
  readonly noted: string;
  readonly notRead: string;
  /** Before what limits the conclusions from a source. */
  readonly limit: string;
  readonly first: string;
  readonly noDate: string;
  readonly moreReasons: Counted;
  readonly period: (from: string, to: string, duration: string) => string;
  readonly countFiles: Counted;
  /** Several sources of one kind, all read without loss: `what` is their sum. */
  readonly cleanFiles: (count: string, kind: string, what: string) => string;
  readonly moreFiles: Counted;
  readonly countPackets: Counted;
  readonly countLines: Counted;
  readonly countMessages: Counted;
  readonly countDuplicates: Counted;
  readonly countCalls: Counted;
  /** So many conversations of a kind that is no call. */
  readonly countOthers: Readonly<Record<OtherKind, Counted>>;
  readonly countCauses: Counted;
  readonly noSip: string;
  readonly noSipHint: string;
  readonly noSipInTime: string;
  readonly noCalls: string;
  /** There were INVITEs, but none that could be put into a call. */
  readonly noWholeCalls: string;
  readonly pddLine: (median: string, p95: string) => string;
  readonly excluded: Counted;
  readonly shareOfCalls: (share: string) => string;
  readonly call: string;
  readonly why: string;
  readonly evidence: string;
  readonly fix: string;
  readonly also: string;
  readonly after: (duration: string) => string;
  /** `duration` is empty when the source has no times. */
  readonly silence: (awaited: string, from: string, duration: string) => string;
  /** Words for what evidence says was awaited, in SIP notation. */
  readonly awaited: Readonly<Record<string, string>>;
  readonly copies: (n: string) => string;
  readonly moreLikeIt: Counted;
  /** All calls of a problem, by how they ended. */
  readonly inAll: (outcomes: string) => string;
  readonly incident: IncidentWords;
  readonly moreEvidence: Counted;
  readonly hiddenProblems: Counted;
  /** Which files to look at first. */
  readonly files: {
    readonly title: string;
    readonly failed: string;
    readonly calls: string;
    readonly errors: string;
    readonly warnings: string;
    readonly from: string;
    readonly file: string;
    readonly moreTroubled: Counted;
    readonly calm: Counted;
  };
  readonly codeTitle: (code: string, label: string) => string;
  readonly codeCauses: string;
  readonly noRule: string;
  /** In the place of the rule, for a failed call that no rule explains. */
  readonly outcomeOnly: (outcome: string) => string;
  /** Instead of the rest line, when there is no problem at all. */
  readonly allWell: (count: number, text: string, outcomes: string) => string;
  readonly restLine: (count: number, text: string, outcomes: string) => string;
  readonly columns: {
    readonly time: string;
    readonly from: string;
    readonly to: string;
    readonly outcome: string;
    readonly code: string;
    readonly pdd: string;
    readonly talk: string;
    readonly rule: string;
    /** The named nodes that the INVITE passed. */
    readonly path: string;
    readonly kind: string;
    readonly destination: string;
    readonly tries: string;
  };
  /** Nothing but calls was seen. */
  readonly noOthers: string;
  readonly noMatchingCalls: string;
  /** `--only`: the totals are those of all calls. */
  /** Rules that were not asked, by a list of them; … and what was set otherwise than usual. */
  /** Pseudonyms stand for names, numbers and addresses. */
  readonly redacted: string;
  readonly switchedOff: (rules: string) => string;
  readonly setOtherwise: (what: string) => string;
  readonly selection: (shown: string, all: string) => string;
  /** What a 2xx answers, by the method of its CSeq; `re-INVITE` inside a call. */
  readonly okNotes: Readonly<Record<string, string>>;
  /** What is known of the refusal of a call, by the rule that told it apart. */
  readonly declineNotes: Readonly<Record<keyof DeclineArgs, string>>;
  /** The page of `siptriage kpis`. */
  readonly kpis: {
    readonly title: string;
    readonly counted: (attempts: string, invites: string) => string;
    readonly leftOut: (excluded: string, redirected: string, unfinished: string) => string;
    /** One line each: what the figure says. */
    readonly metrics: Readonly<Record<KpiMetric, string>>;
    readonly by: Readonly<Record<KpiDimension, string>>;
    readonly every: (duration: string) => string;
    readonly attempts: string;
    readonly rest: string;
    /** In the place of a name: no User-Agent, no number. */
    readonly noAgent: string;
    readonly noNumber: string;
    readonly tooFew: string;
    readonly percentiles: (n: string, median: string, p95: string, p99: string) => string;
  };
  readonly ladderNoMessages: string;
  readonly notShownLanes: Counted;
  readonly duplicateSightings: Counted;
  readonly retransmitted: (n: string, duration: string) => string;
  readonly worstCall: string;
  readonly untilEnd: (duration: string) => string;
}

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  en: EN_REPORT_WORDS,
  vi: VI_REPORT_WORDS,
};
