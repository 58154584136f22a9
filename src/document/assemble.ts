import { codeFacts, codeText } from '../catalog/lookup.ts';
import { RULE_TEXTS } from '../catalog/rule-texts.ts';
import { formatterFor } from '../catalog/format.ts';
import type { RuleText } from '../catalog/rule-text.ts';
import type { Language } from '../model/language.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import type {
  CodeEntry,
  Report,
  ReportCall,
  ReportFinding,
  Source,
  Totals,
} from '../model/report.ts';
import { DAYLESS } from '../model/assumption.ts';
import { REPORT_SCHEMA_ID } from '../model/schema-ids.ts';
import type { Outcome } from '../model/vocabulary.ts';
import type { MessageCounts } from '../call/collect.ts';
import type { Policy } from '../diagnosis/settings/policy.ts';
import type { Estate } from './estate.ts';
import { explainByCapture, explainByLegs } from './explained.ts';
import type { CallsInSource, SourceCalls } from './source-calls.ts';
import type { AttemptLog } from './attempt-log.ts';
import { incidentsOf, type ReadMessages } from './incidents.ts';
import type { KpiTally } from './kpis.ts';
import { Names } from './names.ts';
import { settingsOf } from './settings.ts';
import { explainSums } from './sums.ts';
import { inOrder, inOrderOfIds } from './order.ts';
import type { OtherConversations } from './others.ts';
import type { CallMark, CalmCalls, ConversationRecord, FindingRecord } from './records.ts';

/** Everything that a report is put together from. */
export interface Ingredients {
  readonly version: string;
  readonly partial: boolean;
  readonly options: AnalyzeOptions;
  readonly policy: Policy;
  readonly estate: Estate;
  readonly sources: readonly Source[];
  readonly counts: MessageCounts;
  readonly callIds: number;
  readonly duplicates: number;
  readonly others: OtherConversations;
  readonly records: readonly ConversationRecord[];
  readonly calm: CalmCalls;
  readonly kpis: KpiTally;
  readonly attempts: AttemptLog;
  readonly sourceCalls: SourceCalls;
  readonly messagesOf: ReadMessages;
}

/** Puts the report together: orders the calls, gives ids, adds the texts of one language. */
export function assemble(ingredients: Ingredients): Report {
  const { options, sources, counts } = ingredients;
  const calls: ReportCall[] = [];
  let allCalls = 0;
  const findings: ReportFinding[] = [];
  const outcomes: Partial<Record<Outcome, number>> = {};
  const unlisted: Partial<Record<Outcome, number>> = {};
  const codes = new Set<number>(counts.responses.keys());
  const { only = [] } = options;
  const { calm } = ingredients;
  const listsCalm = options.calls !== 'troubled';

  /** Those with findings, in order. */
  const told: ConversationRecord[] = [];
  let numbered = 0;
  // Figures and ids are those of all calls; `--only` decides which ones are shown.
  const take = (row: ReportCall, selected: boolean): void => {
    allCalls += 1;
    row.id = `c${allCalls}`;
    outcomes[row.outcome] = (outcomes[row.outcome] ?? 0) + 1;
    if (selected) calls.push(row);
    if (Array.isArray(options.messages) && !isChosen(row, options.messages)) delete row.messages;
  };
  inOrder(ingredients.records, calm, {
    calm(index) {
      const outcome = calm.outcomes[index] as Outcome;
      const selected = only.length === 0 || only.includes(outcome);
      if (listsCalm) {
        take(calm.rows[index] as ReportCall, selected);
        return;
      }
      allCalls += 1;
      const mark = calm.marks[index];
      if (mark !== undefined) mark.id = `c${allCalls}`;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if (selected) unlisted[outcome] = (unlisted[outcome] ?? 0) + 1;
    },
    told(record) {
      const { row } = record;
      const selected = isSelected(record, only);
      if (selected && record.findings.length > 0) told.push(record);
      for (const finding of record.findings) {
        numbered += 1;
        finding.id = `f${numbered}`;
      }
      if (row === null) return;
      take(row, selected);
      if (record.findings.length > 0) row.findings = record.findings.map(({ id }) => id);
    },
  });
  explainByLegs(told);
  explainByCapture(told);
  explainSums(told);
  const conversations = ingredients.others.rows();
  const texts = new Texts();
  const names = new Names(ingredients.estate);
  const settings = settingsOf(ingredients.policy, options.thresholds);
  for (const record of told) {
    for (const finding of record.findings) {
      findings.push(
        findingOf(finding, touchedBy(record), { language: options.language, texts, names }),
      );
    }
    cite(record);
  }
  const listed = conversations.filter(
    (row) => only.length === 0 || only.includes(row.outcome) || row.findings.length > 0,
  );
  const named = names.of(calls, listed, findings);
  const dated = datedOf(sources);
  return {
    schema: REPORT_SCHEMA_ID,
    tool: { name: 'siptriage', version: ingredients.version },
    language: options.language,
    ...(ingredients.partial ? { partial: true } : {}),
    start: earliest(dated.map(({ start }) => start)),
    end: latest(dated.map(({ end }) => end)),
    ...(settings === undefined ? {} : { settings }),
    ...(named === undefined ? {} : { names: named }),
    sources: sources.map((source, index) => withCalls(source, ingredients.sourceCalls.of(index))),
    totals: totalsOf(ingredients, allCalls, outcomes),
    calls,
    ...(listsCalm ? {} : { unlisted }),
    conversations: listed,
    findings,
    incidents: incidentsOf(told, ingredients.attempts, ingredients.messagesOf),
    catalog: catalogOf(codes, options.language),
    kpis: ingredients.kpis.kpis(),
  };
}

function withCalls(source: Source, calls: CallsInSource): Source {
  return calls.seen === 0 ? source : { ...source, calls: { ...calls } };
}

/** `--only`: calls and other conversations with one of the outcomes, or with a finding of one of the rules. */
function isSelected(
  { row, other, findings }: ConversationRecord,
  only: readonly string[],
): boolean {
  const outcome = (row ?? other?.row)?.outcome;
  return (
    only.length === 0 ||
    (outcome !== undefined && only.includes(outcome)) ||
    findings.some(({ rule }) => only.includes(rule))
  );
}

interface Touched {
  readonly calls: readonly CallMark[];
  readonly conversations: readonly CallMark[];
}

/** What a finding is about. */
function touchedBy({ calls, conversations, row, other }: ConversationRecord): Touched {
  return {
    calls: calls ?? (row === null ? [] : [row]),
    conversations: conversations ?? (other === undefined ? [] : [other]),
  };
}

/** Names the primary finding in the row of a call, and all findings in that of what is none; it may have been recorded in parts. */
function cite({ row: call, other, findings, primary }: ConversationRecord): void {
  if (call !== null) call.primary = primary?.id ?? null;
  const row = other?.row;
  if (!row || findings.length === 0) return;
  row.findings = [...row.findings, ...findings.map(({ id }) => id)];
  row.primary = primary?.id ?? row.primary;
}

function isChosen(row: ReportCall, chosen: readonly string[]): boolean {
  return chosen.some(
    (wanted) => row.id === wanted || row.callIds.some((callId) => callId.startsWith(wanted)),
  );
}

/** What sentences are made with. */
interface Telling {
  readonly language: Language;
  readonly texts: Texts;
  readonly names: Names;
}

function findingOf(
  record: FindingRecord,
  { calls, conversations }: Touched,
  { language, texts, names }: Telling,
): ReportFinding {
  // The arguments of a rule and its texts are bound by RuleArgs; here only their common shape is known.
  const text = RULE_TEXTS[language][record.rule] as unknown as RuleText<typeof record.args>;
  const format = formatterFor(language);
  const { args } = record;
  const speak = names.speaker(args);
  const say = (sentence: string): string => texts.once(speak(sentence));
  return {
    id: record.id,
    rule: record.rule,
    severity: record.severity,
    confidence: record.confidence,
    status: record.status,
    scope: record.scope,
    calls: inOrderOfIds(calls),
    ...(conversations.length === 0 ? {} : { conversations: inOrderOfIds(conversations) }),
    args: { ...record.args },
    title: say(text.title(args, format)),
    explanation: say(text.explanation(args, format)),
    fix: text.fix(args, format).map(say),
    evidence: [...record.evidence],
    ...(record.causedBy === null ? {} : { causedBy: record.causedBy.id }),
  };
}

function totalsOf(
  { counts, callIds, duplicates, others }: Ingredients,
  calls: number,
  outcomes: Partial<Record<Outcome, number>>,
): Totals {
  return {
    messages: counts.messages,
    duplicates,
    requests: Object.fromEntries([...counts.requests].sort(byKey)),
    responses: Object.fromEntries(
      [...counts.responses].sort((a, b) => a[0] - b[0]).map(([code, n]) => [String(code), n]),
    ),
    callIds,
    inviteCallIds: counts.inviteCallIds,
    calls,
    registrations: others.count('registration'),
    outcomes,
    others: others.counts(),
  };
}

function byKey([a]: [string, number], [b]: [string, number]): number {
  return a < b ? -1 : 1;
}

function catalogOf(codes: ReadonlySet<number>, language: Language): Record<string, CodeEntry> {
  const catalog: Record<string, CodeEntry> = {};
  for (const code of [...codes].sort((a, b) => a - b)) {
    const facts = codeFacts(code);
    const text = codeText(code, language);
    catalog[String(code)] = {
      phrase: facts.phrase,
      label: text.label,
      note: text.note,
      meaning: text.meaning,
      when: text.when,
      causes: [...text.causes],
      fix: {
        caller: [...text.fix.caller],
        operator: [...text.fix.operator],
        callee: [...text.fix.callee],
      },
      reference: facts.reference,
      registered: facts.registered,
    };
  }
  return catalog;
}

/** The sources that know their day, as far as one does: what a log calls 1970 is no part of the time that was covered. */
function datedOf(sources: readonly Source[]): readonly Source[] {
  const dated = sources.filter(
    ({ start, assumed = [] }) => start !== null && !assumed.some((one) => DAYLESS.has(one)),
  );
  return dated.length > 0 ? dated : sources;
}

function earliest(times: readonly (string | null)[]): string | null {
  const known = times.filter((time) => time !== null).sort();
  return known[0] ?? null;
}

function latest(times: readonly (string | null)[]): string | null {
  const known = times.filter((time) => time !== null).sort();
  return known.at(-1) ?? null;
}

/** Equal sentences of many findings share one string. */
class Texts {
  readonly #known = new Map<string, string>();

  once(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, text);
    return text;
  }
}
