/** The flow of the case that fires a rule, as text, with what was found in it. */
import type { Evidence, Report, ReportCall, ReportFinding } from '../src/model/report.ts';
import { renderLadder } from '../src/report/ladder.ts';
import { Session } from '../src/session.ts';
import type { RuleId } from '../src/model/rule-args.ts';
import { toPcap, type Trace } from '../fixtures/dsl/index.ts';
import { CASES } from '../test/diagnosis/cases/index.ts';
import { WIRE_CASES } from '../test/diagnosis/cases/wire/index.ts';

const WIDTH = 96;
/** Rows of a flow that a page shows; what lies between the first and the last ones is left out. */
const MAX_ROWS = 44;
const KEPT_AT_END = 14;

export interface RuleTrace {
  /** What the case is called. */
  readonly name: string;
  readonly finding: ReportFinding;
  readonly lines: readonly string[];
}

/** Null when no case fires the rule. */
export async function traceOf(rule: RuleId): Promise<RuleTrace | null> {
  const ofFlow = CASES.find((one) => one.rule === rule && one.expected !== null);
  if (ofFlow !== undefined) {
    const report = read([fileOf(ofFlow.trace)], ofFlow.thresholds);
    return found(report, rule, ofFlow.name, flowOf(ofFlow.trace));
  }
  const ofFiles = WIRE_CASES.find((one) => one.rule === rule && one.expected !== null);
  if (ofFiles === undefined) return null;
  return found(read(await ofFiles.files(), {}), rule, ofFiles.name, []);
}

/** Secure transports are shown as what is inside them. */
function fileOf(trace: Trace): Uint8Array {
  const plain = { tls: 'tcp', wss: 'ws' } as const;
  const sightings = trace.sightings.map((one) =>
    one.transport === 'tls' || one.transport === 'wss'
      ? { ...one, transport: plain[one.transport] }
      : one,
  );
  return toPcap({ ...trace, sightings });
}

function read(
  files: readonly Uint8Array[],
  thresholds: Readonly<Partial<Record<string, number>>>,
): Report {
  const session = new Session({
    language: 'en',
    thresholds: thresholds as Readonly<Record<string, number>>,
    messages: 'all',
  });
  for (const [at, bytes] of files.entries()) {
    const source = session.open(`${at + 1}.pcap`);
    source.push(bytes);
    source.end();
  }
  return session.report();
}

function found(
  report: Report,
  rule: RuleId,
  name: string,
  flow: readonly string[],
): RuleTrace | null {
  const finding = report.findings.find((one) => one.rule === rule);
  if (finding === undefined) return null;
  const call = report.calls.find(({ id }) => finding.calls.includes(id));
  const lines = cut(call === undefined ? flow : ladder(report, call));
  const proof = finding.evidence.map(rowOf);
  return { name, finding, lines: [...lines, ...(lines.length > 0 ? [''] : []), ...proof] };
}

function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= MAX_ROWS) return lines;
  return [...lines.slice(0, MAX_ROWS - KEPT_AT_END), '⋮', ...lines.slice(-KEPT_AT_END)];
}

/** The messages of a flow that is no call, one a row. */
function flowOf({ sightings }: Trace): string[] {
  return sightings.flatMap(({ time, from, to, label, callId }, at) => {
    const clock = new Date(time / 1000).toISOString().slice(11, 23);
    const ends = `${from.address}:${from.port} → ${to.address}:${to.port}`;
    return callId === '' ? [] : [`#${at + 1}`.padEnd(5) + ` ${clock}  ${ends}  ${label}`];
  });
}

/** Without its head: the sentence and the Call-ID say nothing about the rule. */
function ladder(report: Report, call: ReportCall): string[] {
  const lines = [...renderLadder({ ...report, catalog: {} }, call, { width: WIDTH })].map((line) =>
    line.trimEnd(),
  );
  return lines.slice(lines.indexOf('') + 1);
}

/** A packet, silence or figure that proves the finding. */
function rowOf(one: Evidence): string {
  if (one.kind === 'silence') return `proof   no ${one.awaited} seen from ${one.from}`;
  const place = one.at.frame === undefined ? '' : `#${one.at.frame}`;
  if (one.kind === 'counter') return `proof   ${place} ${one.value} × ${one.what}`;
  const copies = one.copies === undefined ? '' : ` ×${one.copies}`;
  return `proof   ${place} ${one.what}${copies}  ${one.from} → ${one.to}`;
}
