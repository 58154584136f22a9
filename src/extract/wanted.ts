import type { Report, ReportFinding } from '../model/report.ts';

/** Media may come a little before and after the signalling that names it, µs. */
const MARGIN = 5_000_000;

/** What is to be copied, as the report knows it. */
export interface Wanted {
  readonly callIds: ReadonlySet<string>;
  /** When each call is over, µs since 1970, by Call-ID; Infinity where nobody knows. */
  readonly until: ReadonlyMap<string, number>;
  /** What findings say of a packet, by path and frame. */
  readonly comments: ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;
}

/** Everything about these calls and other conversations. */
export function wantedOf(report: Report, ids: readonly string[]): Wanted {
  const chosen = new Set(ids);
  const until = new Map<string, number>();
  const findings = new Set<string>();
  for (const { id, callIds, start, timing, findings: own } of report.calls) {
    if (!chosen.has(id)) continue;
    const end =
      start === null || timing.elapsedMs === null ? Infinity : endOf(start, timing.elapsedMs);
    for (const callId of callIds) until.set(callId, end);
    for (const finding of own) findings.add(finding);
  }
  for (const { id, callId, findings: own } of report.conversations) {
    if (!chosen.has(id)) continue;
    until.set(callId, Infinity);
    for (const finding of own) findings.add(finding);
  }
  const told = report.findings.filter(({ id }) => findings.has(id));
  return { callIds: new Set(until.keys()), until, comments: commentsOf(report, told) };
}

function endOf(start: string, elapsedMs: number): number {
  return Date.parse(start) * 1000 + elapsedMs * 1000 + MARGIN;
}

function commentsOf({ sources }: Report, findings: readonly ReportFinding[]): Wanted['comments'] {
  const comments = new Map<string, Map<number, string[]>>();
  for (const { id, rule, title, evidence } of findings) {
    for (const proof of evidence) {
      if (proof.kind === 'silence' || proof.at.frame === undefined) continue;
      const path = sources[proof.at.source]?.path ?? '';
      let frames = comments.get(path);
      if (frames === undefined) comments.set(path, (frames = new Map()));
      const own = frames.get(proof.at.frame);
      const comment = `${id} ${rule}: ${title}`;
      if (own === undefined) frames.set(proof.at.frame, [comment]);
      else if (!own.includes(comment)) own.push(comment);
    }
  }
  return comments;
}
