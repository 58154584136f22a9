/** Hand-built reports: `makeReport` fills in everything that a test does not care about. */
import { formatterFor } from '../../src/catalog/format.ts';
import type { RuleText } from '../../src/catalog/rule-text.ts';
import { RULE_TEXTS } from '../../src/catalog/rule-texts.ts';
import type { Language } from '../../src/model/language.ts';
import type { Kpis } from '../../src/model/kpis.ts';
import {
  type CallMessage,
  type CodeEntry,
  type Evidence,
  type Report,
  type ReportCall,
  type ReportFinding,
  type Source,
} from '../../src/model/report.ts';
import { REPORT_SCHEMA_ID } from '../../src/model/schema-ids.ts';
import type { RuleArgs, RuleId } from '../../src/model/rule-args.ts';
import type { Outcome } from '../../src/model/vocabulary.ts';

export const CALLER = '192.0.2.10:5060';
export const PROXY = '192.0.2.20:5060';
export const CARRIER = '203.0.113.5:5060';

const MORNING = Date.UTC(2026, 10, 22, 9, 30, 0) * 1000;

/** ISO 8601 with microseconds, `us` after 2026-11-22 09:30 UTC. */
export function at(us: number): string {
  const micros = MORNING + us;
  const base = new Date(Math.floor(micros / 1000)).toISOString().slice(0, -1);
  return `${base}${String(micros % 1000).padStart(3, '0')}Z`;
}

export function makeCall(id: string, part: Partial<ReportCall> = {}): ReportCall {
  return {
    id,
    callIds: [`${id}@pc33.example.com`],
    from: 'alice@example.com',
    to: '+84901234567@carrier.example',
    legs: [{ callId: `${id}@pc33.example.com`, source: CALLER, destination: PROXY, code: 200 }],
    start: at(0),
    stage: 'answered',
    outcome: 'answered',
    release: 'caller',
    confidence: 'proven',
    final: { code: 200, phrase: 'OK' },
    timing: { pddMs: 1200, ringMs: 4000, talkMs: 61_000, elapsedMs: 66_000 },
    findings: [],
    primary: null,
    ...part,
  };
}

export function evidence(frame: number, us: number, what: string, part: object = {}): Evidence {
  const place = { source: 0, frame };
  return { kind: 'message', at: place, time: at(us), from: CALLER, to: PROXY, what, ...part };
}

/** A finding with the texts that the catalog has for its rule. */
export function makeFinding<R extends RuleId>(
  id: string,
  rule: R,
  args: RuleArgs[R],
  part: Partial<ReportFinding> = {},
  language: Language = 'en',
): ReportFinding {
  const text = RULE_TEXTS[language][rule] as RuleText<RuleArgs[R]>;
  const format = formatterFor(language);
  return {
    id,
    rule,
    severity: 'error',
    confidence: 'proven',
    status: 'present',
    scope: 'call',
    calls: [],
    args,
    title: text.title(args, format),
    explanation: text.explanation(args, format),
    fix: text.fix(args, format),
    evidence: [evidence(1, 0, 'INVITE')],
    ...part,
  };
}

export function makeSource(part: Partial<Source> = {}): Source {
  return {
    path: 'incident.pcap',
    format: 'pcap',
    bytes: 12_345,
    packets: 96,
    messages: 90,
    start: at(0),
    end: at(300_000_000),
    linkTypes: ['ethernet'],
    unread: [],
    ...part,
  };
}

export function makeMessage(frame: number, us: number, part: Partial<CallMessage>): CallMessage {
  return {
    at: { source: 0, frame },
    time: at(us),
    from: CALLER,
    to: PROXY,
    transport: 'udp',
    cseq: '1 INVITE',
    ...part,
  };
}

export function codeEntry(phrase: string, part: Partial<CodeEntry> = {}): CodeEntry {
  return {
    phrase,
    label: phrase.toLowerCase(),
    note: `note on ${phrase}`,
    meaning: `Meaning of ${phrase}.`,
    when: 'Sometimes.',
    causes: ['a first cause', 'a second cause'],
    fix: { caller: [], operator: ['look into it'], callee: [] },
    reference: 'RFC 3261',
    registered: true,
    ...part,
  };
}

function countOutcomes(calls: readonly ReportCall[]): Partial<Record<Outcome, number>> {
  const outcomes: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of calls) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return outcomes;
}

const NO_DELAYS = { n: 0, p50: null, p90: null, p95: null, p99: null };

export function makeKpis(part: Partial<Kpis> = {}): Kpis {
  return {
    attempts: 0,
    excluded: 0,
    redirected: 0,
    answered: 0,
    unfinished: 0,
    asr: null,
    ner: null,
    ser: null,
    seer: null,
    seerUser: null,
    isa: null,
    scr: null,
    acdMs: null,
    short: null,
    pdd: NO_DELAYS,
    invites: 0,
    serStrict: null,
    srd: { answered: NO_DELAYS, failed: NO_DELAYS },
    sdd: NO_DELAYS,
    sdt: NO_DELAYS,
    registrations: { attempts: 0, excluded: 0, ira: null, rrd: NO_DELAYS },
    ...part,
  };
}

export function makeReport(part: Partial<Report> = {}): Report {
  const calls = part.calls ?? [];
  return {
    schema: REPORT_SCHEMA_ID,
    tool: { name: 'siptriage', version: '0.1.0' },
    language: 'en',
    start: at(0),
    end: at(300_000_000),
    sources: [makeSource()],
    totals: {
      messages: 90,
      duplicates: 0,
      requests: { INVITE: 12, ACK: 10, BYE: 8 },
      responses: { 100: 12, 180: 8, 200: 16 },
      callIds: 12,
      inviteCallIds: 12,
      calls: calls.length,
      registrations: 0,
      outcomes: countOutcomes(calls),
      others: {},
    },
    calls,
    conversations: [],
    findings: [],
    incidents: [],
    catalog: {},
    kpis: makeKpis({ attempts: calls.length }),
    ...part,
  };
}
