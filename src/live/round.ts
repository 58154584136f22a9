import type { Collector } from '../call/collect.ts';
import type { Conversation } from '../call/conversation.ts';
import { judge, piecesOf } from '../call/judge.ts';
import type { CollectedSurroundings } from '../call/surroundings.ts';
import type { Judged } from '../call/types.ts';
import type { BelowSip } from '../diagnosis/below-sip.ts';
import type { Policy } from '../diagnosis/settings/policy.ts';
import { settle } from '../diagnosis/settle.ts';
import type { Thresholds } from '../diagnosis/thresholds.ts';
import { assemble } from '../document/assemble.ts';
import type { Estate } from '../document/estate.ts';
import { Recorder } from '../document/recorder.ts';
import type { CallMark } from '../document/records.ts';
import { iso } from '../document/time.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import type { Report, ReportCall, ReportConversation } from '../model/report.ts';
import { VERSION } from '../model/version.ts';
import type { Message } from '../sip/message.ts';
import type { LiveSource } from './live-source.ts';
import { stillWaiting } from './still-waiting.ts';
import type { Standing } from './told.ts';

/** What a round judges with. */
export interface RoundSetting {
  readonly options: AnalyzeOptions;
  readonly policy: Policy;
  readonly thresholds: Thresholds;
  readonly estate: Estate;
  readonly collector: Collector;
  readonly surroundings: CollectedSurroundings;
  readonly below: BelowSip;
  readonly sources: readonly LiveSource[];
}

interface Recorded {
  readonly conversation: number;
  readonly mark: CallMark;
  readonly end: number;
}

/** Judges some conversations as they stand now, and puts the report about them together. */
export class Round {
  readonly #setting: RoundSetting;
  readonly #recorder: Recorder;
  readonly #recorded: Recorded[] = [];

  constructor(setting: RoundSetting) {
    this.#setting = setting;
    const { collector, sources } = setting;
    this.#recorder = new Recorder(
      (source) => sources[source]?.isLog ?? false,
      'none',
      'all',
      (id) => collector.conversations.at(id).callId,
      false,
    );
  }

  /** What the messages of a conversation say now. A call that was let go is not judged by what comes late. */
  judge(conversation: Conversation, messages: readonly Message[]): Judged[] {
    const { surroundings, policy, thresholds, below } = this.#setting;
    const context = { surroundings, thresholds, below };
    const results: Judged[] = [];
    for (const piece of piecesOf([...messages])) {
      const last = piece.messages.at(-1) as Message;
      surroundings.focus(last.source, last.time, piece.until);
      for (const judged of judge(piece.messages, surroundings)) {
        if (conversation.released && judged.kind === 'call' && judged.invite === null) continue;
        const findings = policy.diagnose(judged, context);
        settle(judged, findings, below);
        const end = surroundings.captureEnd;
        const mark = this.#recorder.record(judged, policy.grade(findings), end, conversation);
        this.#recorded.push({ conversation: conversation.id, mark, end });
        results.push(judged);
      }
    }
    return results;
  }

  /** How everything that was judged stands, with the conversation that it belongs to. */
  *standings(): Iterable<Standing & { readonly conversation: number }> {
    if (this.#recorded.length === 0) return;
    const report = this.#report();
    const findings = new Map(report.findings.map((finding) => [finding.id, finding]));
    const rows = new Map<string, ReportCall | ReportConversation>();
    for (const row of [...report.calls, ...report.conversations]) rows.set(row.id, row);
    for (const { conversation, mark, end } of this.#recorded) {
      const row = rows.get(mark.id);
      if (row === undefined) continue;
      const own = row.findings
        .flatMap((id) => findings.get(id) ?? [])
        .map((finding) => stillWaiting(finding, report.language));
      yield { conversation, row, findings: own, at: iso(end), report };
    }
  }

  #report(): Report {
    const { options, policy, estate, collector, sources } = this.#setting;
    const recorder = this.#recorder;
    return assemble({
      version: VERSION,
      partial: true,
      options: { ...options, messages: 'none', calls: 'all' },
      policy,
      estate,
      sources: sources.map(({ read }) => read.describe()),
      counts: { messages: 0, requests: new Map(), responses: new Map(), inviteCallIds: 0 },
      callIds: 0,
      duplicates: 0,
      others: recorder.others,
      records: recorder.records,
      calm: recorder.calm,
      kpis: recorder.kpis,
      attempts: recorder.attempts,
      sourceCalls: recorder.sourceCalls,
      messagesOf: (id) => collector.messagesOf(collector.conversations.at(id)),
    });
  }
}
