import { AttemptLog } from './attempt-log.ts';
import { callRowOf } from './call-row.ts';
import { hedge } from './hedge.ts';
import { callMessageOf, evidenceOf, type IsLog } from './rows.ts';
import type { PlainCall } from '../call/plain.ts';
import { KpiTally } from './kpis.ts';
import { OtherConversations } from './others.ts';
import { PageRoom } from './page-room.ts';
import { SourceCalls } from './source-calls.ts';
import { PLAIN_STATE, plainCallRow } from './plain-call.ts';
import {
  type CallMark,
  CalmCalls,
  type ConversationRecord,
  type FindingRecord,
} from './records.ts';
import { type Ranking, rankFindings } from '../diagnosis/root-cause.ts';
import type { CaptureFinding } from '../diagnosis/overall/capture-rule.ts';
import { captureSignature, signatureOf } from '../diagnosis/signature.ts';
import type { Finding } from '../diagnosis/rule.ts';
import type { Call, Judged, OtherConversation } from '../call/types.ts';
import type { Message } from '../sip/message.ts';
import type { Endpoint } from '../model/packet.ts';
import type { ReportCall } from '../model/report.ts';
import type { CallSelection, MessageSelection } from '../model/options.ts';
import { OUTCOME_CLASS } from '../model/outcome-class.ts';
import type { Outcome } from '../model/vocabulary.ts';

/** Messages of one call that a report carries at most; a longer call says how many it has in `totals`. */
const MAX_MESSAGES = 5000;

/** Turns judged conversations into plain records, so that their messages can be let go. */
export class Recorder {
  readonly records: ConversationRecord[] = [];
  readonly calm: CalmCalls;
  readonly kpis: KpiTally;
  readonly attempts = new AttemptLog();
  readonly sourceCalls = new SourceCalls();
  /** Whether calls that nothing was found about get a row. */
  readonly listsAll: boolean;
  readonly others: OtherConversations;
  duplicates = 0;
  /** How many were recorded. */
  findings = 0;
  readonly #isLog: IsLog;
  readonly #selection: MessageSelection;
  readonly #page = new PageRoom();

  /** `callIdOf` tells the Call-ID of a conversation by its id; `groups`: KPIs of groups as well. */
  constructor(
    isLog: IsLog,
    selection: MessageSelection,
    listed: CallSelection,
    callIdOf: (conversation: number) => string,
    groups = false,
  ) {
    this.kpis = new KpiTally(groups);
    this.calm = new CalmCalls(callIdOf);
    this.others = new OtherConversations(callIdOf, this.attempts, listed === 'all');
    this.#isLog = isLog;
    this.#selection = selection;
    this.listsAll = listed === 'all';
  }

  /** Whether reports shall carry the messages of calls that nothing is wrong with. */
  get wantsAllMessages(): boolean {
    if (this.#selection === 'page') return this.#page.takesCalm;
    return this.#selection === 'all' || Array.isArray(this.#selection);
  }

  /** Whether the messages of a plain call are needed to record it. */
  get readsPlainCalls(): boolean {
    return this.listsAll || this.kpis.isGrouped;
  }

  /** A call that was recognised without a judgement. */
  recordPlain(
    call: PlainCall,
    conversation: number,
    [client, server]: readonly [Endpoint, Endpoint],
    messages: readonly Message[],
  ): void {
    const index = this.calm.add(call.invite, conversation, PLAIN_STATE.outcome);
    this.sourceCalls.addPlain(call.sources);
    this.kpis.addPlain(call, messages[0]);
    if (this.listsAll) {
      const row = plainCallRow(call, messages[0] as Message, messages.at(-4) as Message);
      this.calm.rows.push(row);
    }
    const attempt = this.attempts.addPlain(call, client, server);
    if (this.attempts.wantsPlain(attempt, call)) {
      this.attempts.keepPlain(attempt, call, client, server, this.calm.markOf(index));
    }
  }

  /** What gets the id of the call, or of the other conversation, when the report is put together. */
  record(
    judged: Judged,
    findings: readonly Finding[],
    captureEnd: number,
    conversation: { readonly id: number },
  ): CallMark {
    for (const { repeat } of judged.messages) if (repeat === 'duplicate') this.duplicates += 1;
    if (judged.kind !== 'call') return this.#recordOther(judged, findings, conversation.id);
    const row = callRowOf(judged, captureEnd);
    this.sourceCalls.add(judged.messages, OUTCOME_CLASS[row.outcome] === 'failure');
    if (this.#wantsMessages(judged, findings, row.outcome)) {
      const texts = this.#selection === 'page';
      row.messages = judged.messages
        .slice(0, MAX_MESSAGES)
        .map((message) => callMessageOf(message, this.#isLog, texts));
    }
    this.kpis.add(judged, row);
    const attempt = this.attempts.addCall(judged);
    const mark = this.#recordCall(judged, row, findings, attempt, conversation.id);
    const worked = findings.every(({ severity }) => severity === 'info');
    if (worked && OUTCOME_CLASS[row.outcome] === 'good') {
      this.attempts.noteWorked(attempt, judged, mark);
    }
    return mark;
  }

  #recordCall(
    judged: Call,
    row: ReportCall,
    findings: readonly Finding[],
    attempt: number,
    conversation: number,
  ): CallMark {
    const start = judged.milestones.invite;
    if (findings.length === 0 && (this.listsAll || OUTCOME_CLASS[row.outcome] !== 'failure')) {
      const index = this.calm.add(start, conversation, row.outcome);
      if (this.listsAll) this.calm.rows.push(row);
      return this.calm.markOf(index);
    }
    const { records, primary } = this.#findingRecords(judged, findings);
    const { callId, invite } = judged;
    const record = { start, callId, row, findings: records, primary, attempt };
    const request = invite?.request;
    if (request) {
      const { source, frame } = request;
      this.records.push({ ...record, invite: { conversation, source, frame } });
    } else this.records.push(record);
    return row;
  }

  #recordOther(
    judged: OtherConversation,
    findings: readonly Finding[],
    conversation: number,
  ): CallMark {
    if (judged.kind === 'registration') this.kpis.addRegistration(judged);
    const mark = this.others.add(judged, conversation, findings.length > 0);
    if (findings.length === 0) return mark;
    const { records, primary } = this.#findingRecords(judged, findings);
    const start = (judged.messages[0] as Message).time;
    const { callId } = judged;
    this.records.push({ start, callId, row: null, other: mark, findings: records, primary });
    return mark;
  }

  /** A finding about a source or an endpoint; it stands behind those of the calls, so that they keep their numbers. */
  recordCapture(found: CaptureFinding): void {
    const { calls, conversations = [] } = found;
    const records = [recordOf(found, captureSignature(found), this.#isLog)];
    const start = Number.POSITIVE_INFINITY;
    this.records.push({
      start,
      callId: '',
      row: null,
      calls,
      conversations,
      findings: records,
      primary: null,
    });
  }

  /** Lowers what was told too surely: these sources turned out to lack packets. */
  hedge(lossy: ReadonlySet<number>): void {
    hedge(this.records, lossy);
  }

  #findingRecords(
    judged: Judged,
    findings: readonly Finding[],
  ): { records: FindingRecord[]; primary: FindingRecord | null } {
    const failed = judged.kind === 'call' && OUTCOME_CLASS[judged.outcome] === 'failure';
    const ranking = rankFindings(findings, failed);
    const byFinding = new Map<Finding, FindingRecord>();
    this.findings += findings.length;
    const grave = gravest(ranking);
    for (const finding of findings) {
      const record = recordOf(finding, signatureOf(finding, judged), this.#isLog);
      byFinding.set(finding, finding === grave ? { ...record, severity: 'error' } : record);
    }
    for (const [consequence, cause] of ranking.causedBy) {
      const record = byFinding.get(consequence);
      if (record !== undefined) record.causedBy = byFinding.get(cause) ?? null;
    }
    return {
      records: [...byFinding.values()],
      primary: (ranking.primary && byFinding.get(ranking.primary)) ?? null,
    };
  }

  #wantsMessages(judged: Call, findings: readonly Finding[], outcome: Outcome): boolean {
    const selection = this.#selection;
    if (selection === 'none') return false;
    if (selection === 'all') return true;
    if (selection === 'page') return this.#page.takes(judged, findings);
    const failed = OUTCOME_CLASS[outcome] === 'failure';
    // A failure that no rule explains has only its messages to show.
    if (selection === 'unexplained') return failed && findings.length === 0;
    if (selection === 'problems') {
      return failed || findings.some(({ severity }) => severity !== 'info');
    }
    // Ids of calls are given at the end, so a list may name one: keep all, `assemble` drops the rest.
    return true;
  }
}

/** The primary cause, if it is a warning and an error came of it: it is as bad as that. */
function gravest({ primary, causedBy }: Ranking): Finding | null {
  if (primary?.severity !== 'warning') return null;
  for (const [consequence, cause] of causedBy) {
    let root = cause;
    for (let above = causedBy.get(root); above !== undefined; above = causedBy.get(root)) {
      root = above;
    }
    if (root === primary && consequence.severity === 'error') return primary;
  }
  return null;
}

function recordOf(finding: Finding, signature: string, isLog: IsLog): FindingRecord {
  return {
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    status: finding.status,
    scope: finding.scope,
    args: { ...finding.args },
    evidence: finding.evidence.map((proof) => evidenceOf(proof, isLog)),
    behind: finding.behind ?? '',
    signature,
    causedBy: null,
    id: '',
  };
}
